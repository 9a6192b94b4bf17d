import { z } from 'zod';
import { Period, Sentence } from '../../domain/records/common.ts';
import { Nonconformity, Proposal } from '../../domain/records/nonconformity.ts';
import { Run } from '../../domain/records/run.ts';
import { TaskLine } from '../../domain/records/taskLine.ts';
import { notFound, Refusal } from '../../domain/refusal.ts';
import type { Filter } from '../../models/collection.ts';
import { allOf } from '../../models/filter.ts';
import type { Api } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { gatesNow } from '../gatesNow.ts';
import { counted, Numbers, numbersOf } from '../numbers.ts';
import { page, pageOf, pageQuery } from '../paging.ts';
import { actorOf, type Caller, scope, seen } from '../policy.ts';
import { endRunBy, openOnce } from '../runCommands.ts';
import { taskLines } from '../taskLines.ts';

const id = z.strictObject({ id: z.string().max(200) });

const RunDetail = Run.extend({
  numbers: Numbers,
  tasks: z.array(TaskLine).meta({ description: 'Promised against actual, at most 500; further ones by GET /tasks?run=.' }),
  proposals: z.array(Proposal),
  nonconformities: z.array(Nonconformity),
}).meta({ id: 'RunDetail' });

const RunLine = Run.extend({ numbers: Numbers.optional() }).meta({ id: 'RunLine' });

const most = 500;

const mostCounted = 50;

/** Runs with what this caller may see of their tasks, counted; the tasks of all of them are one question. */
async function withNumbers({ store, clock }: Api, caller: Caller, items: readonly Run[]): Promise<z.input<typeof RunLine>[]> {
  const ofThese = allOf({ run: { $in: items.map(({ id }) => id) } }, await scope(caller, 'tasks', store));
  const tasks = items.length === 0 ? [] : await store.tasks.pick(ofThese, ['run', ...counted]);
  const own = new Map(items.map(({ id }) => [id, [] as typeof tasks]));
  for (const task of tasks) own.get(task.run)?.push(task);
  return items.map((run) => ({ ...run, numbers: numbersOf(own.get(run.id) ?? [], clock.now()) }));
}

export const runs = [
  endpoint({
    method: 'post',
    path: '/api/v1/processes/{key}/runs',
    tag: 'runs',
    summary: 'Open a run. One run per process and key, whoever asks.',
    allow: 'manage',
    params: z.strictObject({ key: z.string().max(100) }),
    body: z.strictObject({ subject: z.record(z.string(), z.unknown()).meta({ description: 'As the process says in `subject`.' }) }),
    output: Run,
    status: 201,
    also: { 409: 'That key has a run (`runExists`).', 422: 'The subject is not valid, or names what is not there; each place is said.' },
    handle: async ({ api, params, body, caller, repeated }) =>
      openOnce(api, { process: params.key, subject: body.subject, actor: actorOf(caller) }, repeated),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/runs',
    tag: 'runs',
    summary: 'Runs, the newest first.',
    allow: 'signedIn',
    query: z.strictObject({
      process: z.string().max(100).optional(),
      status: z.enum(['open', 'closed', 'cancelled']).optional(),
      period: Period.optional(),
      numbers: z.literal('true').optional().meta({ description: 'With how much was asked and answered in each; at most 50 at once.' }),
      ...pageQuery,
    }),
    output: pageOf(RunLine),
    handle: async ({ api, caller, query: { cursor, limit, numbers, ...wanted } }) => {
      const { store } = api;
      const asked = { cursor, limit: numbers === undefined ? limit : Math.min(limit ?? mostCounted, mostCounted) };
      const found = await page(store.runs, allOf(await scope(caller, 'runs', store), wanted), asked, { field: 'openedAt', direction: -1 });
      return numbers === undefined ? found : { ...found, items: await withNumbers(api, caller, found.items) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/runs/{id}',
    tag: 'runs',
    summary: 'One run with its tasks, gates, proposals and numbers.',
    allow: 'signedIn',
    params: id,
    output: RunDetail,
    handle: async ({ api, caller, params }) => {
      const { store } = api;
      const run = await seen(caller, 'runs', store, params.id);
      if (run === undefined) throw notFound();
      const within = async (name: 'tasks' | 'proposals' | 'nonconformities', filter: Filter): Promise<Filter> =>
        allOf(filter, await scope(caller, name, store));
      const ofRun = await within('tasks', { run: run.id });
      const [all, tasks, proposals, nonconformities] = await Promise.all([
        store.tasks.pick(ofRun, counted),
        store.tasks.find(ofRun, { sort: { due: 1, _id: 1 }, limit: most }),
        store.proposals.find(await within('proposals', { run: run.id })),
        store.nonconformities.find(await within('nonconformities', { 'source.run': run.id })),
      ]);
      const lines = await taskLines(api, caller.person.language, tasks);
      const gates = run.status === 'open' ? await gatesNow(api, run) : run.gates;
      return { ...run, gates, numbers: numbersOf(all, api.clock.now()), tasks: lines, proposals, nonconformities };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/runs/{id}/cancellation',
    tag: 'runs',
    summary: 'Cancel a run with a reason; its open tasks are cancelled, and its key is free again.',
    allow: 'manage',
    params: id,
    body: z.strictObject({ reason: Sentence }),
    output: Run,
    also: { 409: 'The run is closed already.' },
    handle: async ({ api, params, body, caller, key, repeated }) => {
      const run = await api.store.runs.get(params.id);
      if (run === undefined) throw notFound();
      if (run.status !== 'open' && !(repeated && run.closedBy?.person === caller.id))
        throw new Refusal(409, 'closed', `The run is ${run.status} already.`);
      return run.status === 'open' ? endRunBy(api, run, { by: caller, reason: body.reason, key }) : run;
    },
  }),
];
