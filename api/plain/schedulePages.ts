import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { Day, type Language, Period, Sentence } from '../../domain/records/common.ts';
import { Every, type ScheduleDetail } from '../../domain/records/schedule.ts';
import { Refusal } from '../../domain/refusal.ts';
import { places } from '../../domain/words/places.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import { sha256 } from '../callers.ts';
import type { Api } from '../deps.ts';
import { actorOf, type Caller, manages } from '../policy.ts';
import { refusalOf } from '../problem.ts';
import { backfill, changeSchedule, detailOf, scheduleOf, trigger, waivePeriod } from '../schedules.ts';
import { overseer } from './runDetail.ts';
import { sentenceOf } from './sentences.ts';
import { formFits, signedInFrame } from './signedIn.ts';
import { schedulesPage } from './views/schedulesPage.tsx';
import type { NotTaken, ScheduleAct, ScheduleView } from './views/types.ts';
import { say, sentenceFor } from './words.ts';

const version = z.coerce.number().int().min(1);
const forms = {
  cadence: z.object({ version, every: Every, workingDay: z.coerce.number().int().min(1).max(20) }),
  pause: z.object({ version, note: Sentence }),
  resume: z.object({ version }),
  trigger: z.object({}),
  backfill: z.object({ day: Day }),
  waive: z.object({ version, period: Period, reason: Sentence }),
} satisfies Record<ScheduleAct, z.ZodObject>;

const isAct = (act: unknown): act is ScheduleAct => typeof act === 'string' && Object.hasOwn(forms, act);

type Acting = { api: Api; id: string; caller: Caller; key: string };
type Values = { version: number; every: Every; workingDay: number; note: string; day: Day; period: string; reason: string };

const acts: Record<ScheduleAct, (acting: Acting, values: Values) => Promise<unknown>> = {
  cadence: (acting, { version: read, every, workingDay }) =>
    change(acting, { version: read, set: { cadence: { every, openOn: { workingDay } } }, event: 'changed' }),
  pause: (acting, { version: read, note }) => change(acting, { version: read, set: { paused: true, note }, event: 'paused' }),
  resume: (acting, { version: read }) => change(acting, { version: read, set: { paused: false, note: undefined }, event: 'resumed' }),
  trigger: ({ api, id, caller }) => trigger(api, id, actorOf(caller)),
  backfill: ({ api, id, caller }, { day }) => backfill(api, id, { from: day, to: day }, actorOf(caller)),
  waive: ({ api, id, caller, key }, { version: read, period, reason }) =>
    waivePeriod(api, id, { period, reason, version: read, actor: actorOf(caller), key }),
};

const change = ({ api, id, caller, key }: Acting, what: Omit<Parameters<typeof changeSchedule>[2], 'actor' | 'key'>) =>
  changeSchedule(api, id, { ...what, actor: actorOf(caller), key });

/** What opens by itself, for ISMS managers, top management and auditors; the first change it. */
export function schedulePages(api: Api): Router {
  const router = Router({ caseSensitive: true });
  router.get(places.schedules, async (request, response) => {
    const { notice } = request.query;
    await show(api, request, response, await overseer(api, request), { ...(isAct(notice) && { notice }) });
  });
  router.post(`${places.schedules}/:id`, async (request, response) => {
    const caller = await overseer(api, request);
    if (!manages(caller)) throw new Refusal(403, 'forbidden', 'Your roles do not allow this.');
    const { id } = await scheduleOf(api, String(request.params.id));
    const body = (request.body ?? {}) as Record<string, unknown>;
    const act = isAct(body.action) ? body.action : 'trigger';
    const problem = formFits(api, request) ? await done(api, id, caller, act, body) : say('expired', caller.person.language);
    if (problem === undefined) return response.redirect(303, `${places.schedules}?notice=${act}`);
    await show(api, request, response, caller, { refused: { id, act, typed: typedIn(body), problem } });
  });
  return router;
}

/** Does what the form says. Undefined when it is done, else a sentence. */
async function done(api: Api, id: string, caller: Caller, act: ScheduleAct, body: Record<string, unknown>): Promise<string | undefined> {
  const { language } = caller.person;
  const parsed = forms[act].safeParse(body, { reportInput: true });
  const [issue] = parsed.error?.issues ?? [];
  if (!parsed.success) return issue === undefined ? say('wrong', language) : sentenceFor(issue, language);
  try {
    const key = sha256(`schedule\n${String(body.key).slice(0, 100)}\n${id}\n${act}\n${JSON.stringify(parsed.data)}`);
    await acts[act]({ api, id, caller, key }, parsed.data as unknown as Values);
    return undefined;
  } catch (thrown) {
    return sentenceOrThrow(thrown, language);
  }
}

function sentenceOrThrow(thrown: unknown, language: Language): string {
  const refusal = refusalOf(thrown);
  if (refusal === undefined) throw thrown;
  return refusal.code === 'importRunning' ? say('importRunning', language) : sentenceOf(refusal, language);
}

const typedIn = (body: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    ['every', 'workingDay', 'note', 'period', 'reason'].flatMap((field) => (typeof body[field] === 'string' ? [[field, body[field]]] : [])),
  );

type Shown = { notice?: ScheduleAct; refused?: NonNullable<ScheduleView['sent']> & { id: string } };

async function show(api: Api, request: Request, response: Response, caller: Caller, { notice, refused }: Shown): Promise<void> {
  const schedules = await Promise.all((await api.store.schedules.find({})).map((one) => detailOf(api, one)));
  const known = new Map(schedules.map((one) => [one.id, one]));
  const views = schedules.map((one): ScheduleView => ({ ...viewOf(one), ...(refused?.id === one.id && { sent: refused }) }));
  response.status(refused === undefined ? 200 : 422).send(
    schedulesPage({
      ...(await signedInFrame(api, request, caller)),
      ...(refused !== undefined && !isOffered(refused, known.get(refused.id)) && { notTaken: notTakenOf(refused) }),
      ...{ schedules: views, notice },
      ...(manages(caller) && { managing: { key: randomUUID() } }),
    }),
  );
}

type Refused = NonNullable<Shown['refused']>;

/** Whether the form that was refused still stands on the page, so that it can say why. */
function isOffered({ act, typed }: Refused, schedule: ScheduleDetail | undefined): boolean {
  if (act === 'pause' || act === 'resume') return (act === 'resume') === schedule?.paused;
  if (act === 'waive') return schedule?.missed.some(({ period }) => period === typed.period) === true;
  return act !== 'backfill';
}

const notTakenOf = ({ problem, typed }: Refused): NotTaken => ({ problem, typed: typed.note ?? typed.reason });

function viewOf({ id, process, version: read, cadence, waived, ...schedule }: ScheduleDetail): ScheduleView {
  const definition = definitionOf(process);
  if (definition === undefined) throw new Error(`there is no process ${process}`);
  const { every, openOn } = cadence;
  const { zone, onlyWhenDue, paused, note, next, missed } = schedule;
  return {
    ...{ id, href: places.schedule(id), process: definition.title, version: read, every, workingDay: openOn.workingDay },
    ...{ zone, onlyWhenDue, paused, note, next, missed },
    waived: waived.map(({ period, reason, at, name }) => ({ period, reason, at, name })),
  };
}
