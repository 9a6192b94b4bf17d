import { z } from 'zod';
import { Sentence } from '../../domain/records/common.ts';
import { endpoint } from '../endpoint.ts';
import { byOf } from '../policy.ts';
import { detailOf, TaskDetail, visible } from '../taskDetail.ts';

const id = z.strictObject({ id: z.string().max(300) });
const Version = z.int().min(1).optional().meta({ description: 'The version you read; another one is refused as stale.' });

export const taskCommands = [
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
      const task = await visible(api, caller, params.id);
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
      const task = await visible(api, caller, params.id);
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
      const task = await visible(api, caller, params.id);
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
      const task = await visible(api, caller, params.id);
      const { reason, version } = body;
      const sent = { task, by: byOf(caller), key, repeated, reason, ...(version !== undefined && { version }) };
      return detailOf(api, caller, await api.tasks.cancel(sent));
    },
  }),
];
