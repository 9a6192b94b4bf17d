import { z } from 'zod';
import { Instant, Sentence } from '../../domain/records/common.ts';
import { Rung, type Task } from '../../domain/records/task.ts';
import { notFound } from '../../domain/refusal.ts';
import { allowed, closedStates } from '../../domain/rules/task.ts';
import { factsOf } from '../../domain/taskFacts.ts';
import type { Filter } from '../../models/collection.ts';
import type { Api } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { page, pageOf, pageQuery } from '../paging.ts';
import { byOf, type Caller, scope } from '../policy.ts';
import { SpokenEntry, spoken } from '../spokenTrail.ts';
import { TaskLine, taskLines } from '../taskLines.ts';
import { JsonSchema } from './processes.ts';

const id = z.strictObject({ id: z.string().max(300) });
const Version = z.int().min(1).optional().meta({ description: 'The version you read; another one is refused as stale.' });

const TaskDetail = TaskLine.extend({
  attempt: z.int(),
  answer: z.enum(['link', 'login']),
  accountable: z.string(),
  onBehalfOf: z.string().optional(),
  definition: z.string(),
  outcomeSchema: JsonSchema,
  outcome: z.record(z.string(), z.unknown()).optional(),
  reason: z.string().optional(),
  timetable: z.strictObject({ due: Instant, rungs: z.array(Rung) }),
  allowed: z.array(z.string()).meta({ description: 'What you may do now: complete, comment, reassign, cancel.' }),
  trail: z.array(SpokenEntry),
}).meta({ id: 'TaskDetail' });

const openStates: Filter = { $in: ['open', 'inProgress', 'submitted', 'returned'] };

async function visible({ store }: Api, caller: Caller, task: string): Promise<Task> {
  const found = await store.tasks.first({ $and: [{ _id: task }, await scope(caller, 'tasks', store)] });
  if (found === undefined) throw notFound();
  return found;
}

async function detailOf(api: Api, caller: Caller, task: Task): Promise<z.input<typeof TaskDetail>> {
  const [line] = await taskLines(api, caller.person.language, [task]);
  if (line === undefined) throw notFound();
  const { attempt, answer, accountable, onBehalfOf, definition, outcome, reason, due, rungs } = task;
  return {
    ...line,
    ...{ attempt, answer, accountable, onBehalfOf, definition, outcome, reason },
    outcomeSchema: JSON.parse(task.outcomeSchema) as Record<string, unknown>,
    timetable: { due, rungs },
    allowed: allowed(factsOf(task), byOf(caller)),
    trail: await spoken(api.store, `task/${task.id}`),
  };
}

const Stated = z.enum(['open', ...closedStates, 'closed']);

export const tasks = [
  endpoint({
    method: 'get',
    path: '/api/v1/tasks',
    tag: 'tasks',
    summary: 'Tasks, the next due first.',
    allow: 'signedIn',
    query: z.strictObject({
      assignee: z.string().max(40).optional().meta({ description: 'A person, or `me`.' }),
      status: Stated.optional(),
      overdue: z.enum(['true', 'false']).optional(),
      process: z.string().max(100).optional(),
      run: z.string().max(200).optional(),
      dueBefore: Instant.optional(),
      ...pageQuery,
    }),
    output: pageOf(TaskLine),
    handle: async ({ api, caller, query }) => {
      const { cursor, limit } = query;
      const filter = { $and: [await scope(caller, 'tasks', api.store), wanted(query, caller, api.clock.now())] };
      const { items, next } = await page(api.store.tasks, filter, { cursor, limit }, { field: 'due', direction: 1 });
      return { items: await taskLines(api, caller.person.language, items), next };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/tasks/{id}',
    tag: 'tasks',
    summary: 'One task with its outcome schema, its timetable, what you may do, and its trail.',
    allow: 'signedIn',
    params: id,
    output: TaskDetail,
    handle: async ({ api, caller, params }) => detailOf(api, caller, await visible(api, caller, params.id)),
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/tasks/{id}/completion',
    tag: 'tasks',
    summary: 'Answer a task.',
    allow: 'signedIn',
    params: id,
    body: z.strictObject({ outcome: z.unknown().meta({ description: 'As the task says in `outcomeSchema`.' }), version: Version }),
    output: TaskDetail,
    also: {
      403: 'It is asked of somebody else.',
      409: 'The task is closed, or the version is stale.',
      422: 'Paths into the outcome say what is wrong.',
    },
    handle: async ({ api, caller, params, body, key, repeated }) => {
      const { id: task } = await visible(api, caller, params.id);
      const { outcome, version } = body;
      const sent = { task, by: byOf(caller), key, repeated, outcome, ...(version !== undefined && { version }) };
      return detailOf(api, caller, await api.tasks.complete(sent));
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/tasks/{id}/comment',
    tag: 'tasks',
    summary: 'Say something about a task; it is kept in the trail.',
    allow: 'signedIn',
    params: id,
    body: z.strictObject({ text: Sentence }),
    output: TaskDetail,
    handle: async ({ api, caller, params, body, key, repeated }) => {
      const { id: task } = await visible(api, caller, params.id);
      return detailOf(api, caller, await api.tasks.comment({ task, by: byOf(caller), key, repeated, text: body.text }));
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/tasks/{id}/reassignment',
    tag: 'tasks',
    summary: 'Give a task to somebody else, with a reason; the due date stands.',
    allow: 'signedIn',
    params: id,
    body: z.strictObject({ to: z.string().max(40), reason: Sentence, version: Version }),
    output: TaskDetail,
    handle: async ({ api, caller, params, body, key, repeated }) => {
      const { id: task } = await visible(api, caller, params.id);
      const { to, reason, version } = body;
      const sent = { task, by: byOf(caller), key, repeated, to, reason, ...(version !== undefined && { version }) };
      return detailOf(api, caller, await api.tasks.reassign(sent));
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/tasks/{id}/cancellation',
    tag: 'tasks',
    summary: 'Cancel a task, with a reason.',
    allow: 'signedIn',
    params: id,
    body: z.strictObject({ reason: Sentence, version: Version }),
    output: TaskDetail,
    handle: async ({ api, caller, params, body, key, repeated }) => {
      const { id: task } = await visible(api, caller, params.id);
      const { reason, version } = body;
      const sent = { task, by: byOf(caller), key, repeated, reason, ...(version !== undefined && { version }) };
      return detailOf(api, caller, await api.tasks.cancel(sent));
    },
  }),
];

type Wanted = {
  assignee?: string | undefined;
  status?: string | undefined;
  overdue?: string | undefined;
  process?: string | undefined;
  run?: string | undefined;
  dueBefore?: string | undefined;
};

function wanted({ assignee, status, overdue, process, run, dueBefore }: Wanted, caller: Caller, now: Instant): Filter {
  const conditions: Filter[] = [];
  if (assignee !== undefined) conditions.push({ assignee: assignee === 'me' ? caller.id : assignee });
  if (status !== undefined)
    conditions.push({ state: status === 'open' ? openStates : status === 'closed' ? { $in: [...closedStates] } : status });
  if (overdue === 'true') conditions.push({ state: openStates, due: { $lt: now } });
  if (overdue === 'false') conditions.push({ due: { $gte: now } });
  if (process !== undefined) conditions.push({ process });
  if (run !== undefined) conditions.push({ run });
  if (dueBefore !== undefined) conditions.push({ due: { $lt: dueBefore } });
  return conditions.length === 0 ? {} : { $and: conditions };
}
