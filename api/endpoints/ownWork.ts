import { z } from 'zod';
import { TaskLine } from '../../domain/records/taskLine.ts';
import { YearAhead } from '../../domain/records/yearAhead.ts';
import { closedStates } from '../../domain/rules/task.ts';
import { endpoint } from '../endpoint.ts';
import { page, pageOf, pageQuery } from '../paging.ts';
import { taskLines } from '../taskLines.ts';
import { yearAheadOf } from '../yearAhead.ts';

/** What was asked of somebody, and what will be: for nobody but them. */
export const ownWork = [
  endpoint({
    method: 'get',
    path: '/api/v1/closedTasks',
    tag: 'tasks',
    summary: 'What was asked of you and is closed, the last first.',
    allow: 'signedIn',
    query: z.strictObject(pageQuery),
    output: pageOf(TaskLine),
    handle: async ({ api, caller, query }) => {
      const theirs = { assignee: caller.id, state: { $in: [...closedStates] }, closedAt: { $exists: true } };
      const { items, next } = await page(api.store.tasks, theirs, query, { field: 'closedAt', direction: -1 });
      return { items: await taskLines(api, caller.person.language, items), next };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/yearAhead',
    tag: 'tasks',
    summary: 'What the schedules are going to ask of you within twelve months, if everybody answers in time and nothing changes.',
    allow: 'signedIn',
    output: YearAhead,
    handle: ({ api, caller }) => yearAheadOf(api, caller.person),
  }),
];
