import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { nextPeriod, periodOf, previousPeriod } from '../../domain/period.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Run } from '../../domain/records/run.ts';
import { notFound, Refusal } from '../../domain/refusal.ts';
import { places } from '../../domain/words/places.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import type { Api } from '../deps.ts';
import { numbersOf } from '../numbers.ts';
import { page } from '../paging.ts';
import { actorOf, type Caller, manages, seesAll } from '../policy.ts';
import { openOnce } from '../runCommands.ts';
import { peopleById, taskLines } from '../taskLines.ts';
import { formFits, readerFrom, signedInFrame } from './signedIn.ts';
import { runPage } from './views/runPage.tsx';
import { runsPage } from './views/runsPage.tsx';
import type { RunHead, RunTask } from './views/types.ts';

const runsShown = 10;
const tasksShown = 50;

async function overseer(api: Api, request: Request): Promise<Caller> {
  const caller = await readerFrom(api, request);
  if (!seesAll(caller)) throw notFound();
  return caller;
}

/** Runs for ISMS managers, top management and auditors. */
export function runPages(api: Api): Router {
  const router = Router();
  const { store } = api;
  router.get(places.runs, async (request, response) => showRuns(api, request, response, await overseer(api, request)));
  router.post(places.runs, async (request, response) => {
    const caller = await overseer(api, request);
    if (!manages(caller)) throw new Refusal(403, 'forbidden', 'Your roles do not allow this.');
    if (!formFits(api, request))
      return showRuns(api, request, response, caller, new Refusal(403, 'expiredForm', 'The form was open too long. Send it again.'));
    const { period } = (request.body ?? {}) as Record<string, unknown>;
    try {
      const run = await openOnce(api, { process: 'riskReview', subject: { period }, actor: actorOf(caller) }, false);
      response.redirect(303, places.run(run.id));
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      await showRuns(api, request, response, caller, thrown, String(period));
    }
  });
  router.get(`${places.runs}/:id`, async (request, response) => {
    const caller = await overseer(api, request);
    const run = await store.runs.get(request.params.id);
    if (run === undefined) throw notFound();
    const number = Math.max(1, Number(request.query.page) || 1);
    const tasks = await store.tasks.find({ run: run.id }, { sort: { due: 1, _id: 1 } });
    const at = (n: number) => (n < 1 || n > Math.ceil(tasks.length / tasksShown) ? undefined : `${places.run(run.id)}?page=${n}`);
    const shown = tasks.slice((number - 1) * tasksShown, number * tasksShown);
    response.send(
      runPage({
        ...(await signedInFrame(api, request, caller)),
        ...headOf(run, numbersOf(tasks, api.clock.now()), await peopleById(api, [run.openedBy.person])),
        ...{ tasks: await rowsOf(api, caller, shown), gates: run.gates, next: at(number + 1), previous: at(number - 1) },
      }),
    );
  });
  return router;
}

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
      ...headOf(run, numbersOf(await store.tasks.find({ run: run.id }), clock.now()), people),
      href: places.run(run.id),
    })),
  );
  response.status(refusal?.status ?? 200).send(
    runsPage({
      ...(await signedInFrame(api, request, caller)),
      ...{ runs: heads, next: next === undefined ? undefined : `${places.runs}?cursor=${next}` },
      ...(manages(caller) && { start: startForm(periodOf(clock.now().slice(0, 10)), refusal?.message, period) }),
    }),
  );
}

const startForm = (now: string, problem: string | undefined, period = now) => {
  const periods = [previousPeriod(now), now, nextPeriod(now)];
  return { action: places.runs, key: randomUUID(), periods, period: periods.includes(period) ? period : now, problem };
};

function headOf(run: Run, numbers: RunHead['numbers'], people: Map<string, Person>): RunHead {
  const definition = definitionOf(run.process);
  if (definition === undefined) throw new Error(`there is no process ${run.process}`);
  const { id, period, status, outcome, openedAt, closedAt, supersededBy, reason } = run;
  return {
    ...{ id, period, status, outcome, openedAt, closedAt, supersededBy, reason, numbers },
    process: { title: definition.title, clauses: definition.clauses },
    openedBy: people.get(run.openedBy.person)?.name ?? '',
  };
}

async function rowsOf(api: Api, caller: Caller, tasks: Parameters<typeof taskLines>[2]): Promise<RunTask[]> {
  const lines = await taskLines(api, caller.person.language, tasks);
  return lines.map(
    ({ id, about, title, assigneeName, promised, due, closedAt, closedBy, state, workingDaysLeft, level, undeliverable }) => ({
      ...{
        task: id,
        reference: about,
        title,
        who: assigneeName,
        promised,
        due,
        closedAt,
        state,
        left: workingDaysLeft,
        level,
        undeliverable,
      },
      by: closedBy?.via === 'link' || closedBy?.via === 'login' || closedBy?.via === 'token' ? closedBy.via : undefined,
    }),
  );
}
