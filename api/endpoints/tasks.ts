import { z } from 'zod';
import { Instant } from '../../domain/records/common.ts';
import { TaskDetail } from '../../domain/records/taskDetail.ts';
import { TaskLine, TaskNumbers } from '../../domain/records/taskLine.ts';
import { closedStates, unansweredStates } from '../../domain/rules/task.ts';
import type { Filter } from '../../models/collection.ts';
import { allOf } from '../../models/filter.ts';
import { endpoint } from '../endpoint.ts';
import { page, pageOf, pageQuery } from '../paging.ts';
import { type Caller, scope, waitsFor } from '../policy.ts';
import { detailOf, visible } from '../taskDetail.ts';
import { taskLines } from '../taskLines.ts';

const openStates: Filter = { $in: [...unansweredStates, 'submitted'] };

const Stated = z.enum(['open', ...closedStates, 'closed']);

export const tasks = [
  endpoint({
    method: 'get',
    path: '/api/v1/tasks',
    tag: 'tasks',
    summary: 'Tasks, the next due first.',
    allow: 'signedIn',
    query: z.strictObject({
      assignee: z.string().max(40).optional().meta({
        description:
          'A person, or `me`: what waits for their answer, confirmation or decision, and what is theirs while somebody stands in.',
      }),
      status: Stated.optional(),
      overdue: z.enum(['true', 'false']).optional(),
      process: z.string().max(100).optional(),
      run: z.string().max(200).optional(),
      about: z.string().max(200).optional().meta({ description: 'The record that it is about, such as a risk.' }),
      dueBefore: Instant.optional(),
      ...pageQuery,
    }),
    output: pageOf(TaskLine),
    handle: async ({ api, caller, query }) => {
      const { cursor, limit } = query;
      const now = api.clock.now();
      const asked = wanted(query, caller, now);
      // What waits for oneself needs no further narrowing.
      const isOwn = query.assignee === 'me' || query.assignee === caller.id;
      const filter = isOwn ? asked : allOf(asked, await scope(caller, 'tasks', api.store));
      const since = (await api.store.organization.get('organization'))?.createdAt ?? now;
      const order = { field: 'due', direction: 1, around: { since, now } } as const;
      const { items, next } = await page(api.store.tasks, filter, { cursor, limit }, order);
      return { items: await taskLines(api, caller.person.language, items), next };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/tasks/numbers',
    tag: 'tasks',
    summary: 'How many tasks are open, and how many of them are late.',
    allow: 'signedIn',
    query: z.strictObject({}),
    output: TaskNumbers,
    handle: async ({ api: { store, clock }, caller }) => {
      const open = allOf({ state: openStates }, await scope(caller, 'tasks', store));
      const [all, late] = await Promise.all([store.tasks.count(open), store.tasks.count(allOf(open, { due: { $lt: clock.now() } }))]);
      return { open: all, late };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/tasks/{id}',
    tag: 'tasks',
    summary: 'One task with its outcome schema, its timetable, what you may do, and its trail.',
    allow: 'signedIn',
    params: z.strictObject({ id: z.string().max(300) }),
    output: TaskDetail,
    handle: async ({ api, caller, params }) => detailOf(api, caller, await visible(api, caller, params.id)),
  }),
];

type Wanted = {
  assignee?: string | undefined;
  status?: string | undefined;
  overdue?: string | undefined;
  process?: string | undefined;
  run?: string | undefined;
  about?: string | undefined;
  dueBefore?: string | undefined;
};

function wanted({ assignee, status, overdue, process, run, about, dueBefore }: Wanted, caller: Caller, now: Instant): Filter {
  return allOf(
    assignee === undefined ? {} : waitsFor(assignee === 'me' ? caller.id : assignee),
    run === undefined ? {} : { run },
    about === undefined ? {} : { about },
    status === undefined ? {} : { state: statesOf(status) },
    overdue === 'true' ? { state: openStates, due: { $lt: now } } : overdue === 'false' ? { due: { $gte: now } } : {},
    process === undefined ? {} : { process },
    dueBefore === undefined ? {} : { due: { $lt: dueBefore } },
  );
}

const statesOf = (status: string): unknown => (status === 'open' ? openStates : status === 'closed' ? { $in: [...closedStates] } : status);
