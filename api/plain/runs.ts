import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { toMs } from '../../domain/clock.ts';
import { nextPeriod, periodOf, previousPeriod } from '../../domain/period.ts';
import type { Run } from '../../domain/records/run.ts';
import { Refusal } from '../../domain/refusal.ts';
import { places } from '../../domain/words/places.ts';
import type { Api } from '../deps.ts';
import { counted, numbersOf } from '../numbers.ts';
import { page } from '../paging.ts';
import { actorOf, type Caller, manages } from '../policy.ts';
import { openOnce } from '../runCommands.ts';
import { peopleById } from '../taskLines.ts';
import { headOf, overseer, runDetail } from './runDetail.ts';
import { formFits, signedInFrame } from './signedIn.ts';
import { runsPage } from './views/runsPage.tsx';
import { say } from './words.ts';

const runsShown = 10;

/** Runs for ISMS managers, top management and auditors. */
export function runPages(api: Api): Router {
  const router = Router({ caseSensitive: true });
  router.get(places.runs, async (request, response) => showRuns(api, request, response, await overseer(api, request)));
  router.post(places.runs, async (request, response) => {
    const caller = await overseer(api, request);
    if (!manages(caller)) throw new Refusal(403, 'forbidden', 'Your roles do not allow this.');
    if (!formFits(api, request))
      return showRuns(api, request, response, caller, new Refusal(403, 'expiredForm', 'The form was open too long. Send it again.'));
    const { period } = (request.body ?? {}) as Record<string, unknown>;
    const ask = { process: 'riskReview', subject: { period }, actor: actorOf(caller) };
    try {
      const run = await openOnce(api, ask, true);
      if (!isNew(api, run))
        throw new Refusal(409, 'runExists', `The quarter has a run already: ${run.id}.`, [{ path: 'key', message: run.id }]);
      response.redirect(303, `${places.run(run.id)}?notice=started`);
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      await showRuns(api, request, response, caller, thrown, String(period));
    }
  });
  runDetail(router, api);
  return router;
}

const doubleClickMs = 60_000;

/** Opened by this form, or by the same button pressed twice. */
const isNew = ({ clock }: Api, { openedAt }: Run): boolean => (toMs(clock.now()) - toMs(openedAt)) / clock.speed < doubleClickMs;

async function showRuns(api: Api, request: Request, response: Response, caller: Caller, refusal?: Refusal, period?: string): Promise<void> {
  const { store, clock } = api;
  const cursor = typeof request.query.cursor === 'string' ? request.query.cursor : undefined;
  const { items, next } = await page(store.runs, {}, { cursor, limit: runsShown }, { field: 'openedAt', direction: -1 });
  const people = await peopleById(
    api,
    items.map((run) => run.openedBy.person),
  );
  const heads = await Promise.all(
    items.map(async (run) => ({
      ...headOf(run, numbersOf(await store.tasks.pick({ run: run.id }, counted), clock.now()), people),
      href: places.run(run.id),
    })),
  );
  response.status(refusal?.status ?? 200).send(
    runsPage({
      ...(await signedInFrame(api, request, caller)),
      ...{ runs: heads, next: next === undefined ? undefined : `${places.runs}?cursor=${next}` },
      ...(manages(caller) && {
        start: startForm(periodOf(clock.now().slice(0, 10)), refusal && sentenceOf(refusal, caller), period),
      }),
    }),
  );
}

/** A refusal in the language of whoever reads it. */
function sentenceOf({ code, details }: Refusal, { person: { language } }: Caller): string {
  if (code === 'runExists') return say('runExists', language, details[0]?.message);
  if (code === 'expiredForm') return say('expired', language);
  return say(code === 'importRunning' ? 'importRunning' : 'wrong', language);
}

const startForm = (now: string, problem: string | undefined, period = now) => {
  const periods = [previousPeriod(now), now, nextPeriod(now)];
  return { action: places.runs, key: randomUUID(), periods, period: periods.includes(period) ? period : now, problem };
};
