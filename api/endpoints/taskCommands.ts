import { z } from 'zod';
import { Day, Sentence } from '../../domain/records/common.ts';
import { TaskDetail } from '../../domain/records/taskDetail.ts';
import { refuseUnlessPresent } from '../callers.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { byOf } from '../policy.ts';
import type { TaskCommands } from '../taskCommands.ts';
import { detailOf, visible } from '../taskDetail.ts';

const id = z.strictObject({ id: z.string().max(300) });
const Version = z.int().min(1).optional().meta({ description: 'The version you read; another one is refused as stale.' });
const Waiver = Sentence.optional().meta({
  description: 'Why the separation of duties is waived; accepted where nobody else could decide, and recorded.',
});
const Until = Day.meta({ description: 'A day, in the site of whoever is asked.' });
const PersonId = z.string().max(40);

type Given = Parameters<TaskCommands['give']>[1];
type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the fields that were not sent. */
const present = <T extends object>(body: T): Present<T> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Present<T>;

/** A command as an endpoint: its body, and how it is said to the task. */
const command = <B extends z.ZodObject>(
  noun: string,
  summary: string,
  body: B,
  given: (body: Present<z.output<B>>) => Given,
  also: Record<number, string> = {},
): Endpoint =>
  endpoint({
    ...{
      method: 'post',
      path: `/api/v1/tasks/{id}/${noun}`,
      tag: 'tasks',
      summary,
      allow: 'signedIn',
      params: id,
      body,
      output: TaskDetail,
    },
    also: { 403: 'It is not for you to do.', 409: 'The task is closed, the version is stale, or it is not the time for it.', ...also },
    handle: async ({ api, caller, params, body: sent, key, repeated }) => {
      const task = await visible(api, caller, params.id);
      if (noun === 'confirmation') refuseUnlessPresent(caller);
      return detailOf(api, caller, await api.tasks.give({ task, by: byOf(caller), key, repeated }, given(present(sent as z.output<B>))));
    },
  });

const whichDay = { 422: 'The day or the person cannot be.' };

export const taskCommands = [
  endpoint({
    method: 'post',
    path: '/api/v1/tasks/{id}/completion',
    tag: 'tasks',
    summary: 'Answer a task.',
    allow: 'signedIn',
    params: id,
    body: z.strictObject({
      outcome: z.unknown().meta({ description: 'As the task says in `outcomeSchema`.' }),
      version: Version,
      waiver: Waiver,
    }),
    output: TaskDetail,
    also: {
      403: 'It is asked of somebody else, or duties must be separated.',
      409: 'The task is closed, or the version is stale.',
      422: 'Paths into the outcome say what is wrong.',
    },
    handle: async ({ api, caller, params, body: { outcome, ...body }, key, repeated }) => {
      const task = await visible(api, caller, params.id);
      if (task.approval === true) refuseUnlessPresent(caller);
      return detailOf(api, caller, await api.tasks.complete({ task, by: byOf(caller), key, repeated, outcome, ...present(body) }));
    },
  }),
  command('claim', 'Say that you are working on a task.', z.strictObject({ version: Version }), (body) => ({ do: 'claim', ...body })),
  command('confirmation', 'Confirm the answer that somebody else gave.', z.strictObject({ version: Version, waiver: Waiver }), (body) => ({
    do: 'confirm',
    ...body,
  })),
  command(
    'return',
    'Give an answer back to whoever gave it, with a reason.',
    z.strictObject({ reason: Sentence, version: Version }),
    (body) => ({ do: 'return', ...body }),
  ),
  command('comment', 'Say something about a task; it is kept in the trail.', z.strictObject({ text: Sentence }), (body) => ({
    do: 'comment',
    ...body,
  })),
  command(
    'reassignment',
    'Give a task to somebody else, with a reason; the due date stands. An answer that waits gets another person to confirm it.',
    z.strictObject({ to: PersonId, reason: Sentence, version: Version }),
    (body) => ({ do: 'reassign', ...body }),
    whichDay,
  ),
  command(
    'delegation',
    'Let somebody else do your task until a day, or its due date; it stays yours and comes back. To its owner: give it back.',
    z.strictObject({ to: PersonId, reason: Sentence, until: Until.optional(), version: Version }),
    (body) => ({ do: 'delegate', ...body }),
    whichDay,
  ),
  command(
    'handOverRequest',
    'Ask for a task to be given to somebody else, with a reason.',
    z.strictObject({ to: PersonId.optional(), reason: Sentence }),
    (body) => ({ do: 'askHandOver', ...body }),
    whichDay,
  ),
  command(
    'extension',
    'Ask for more time, before the due date.',
    z.strictObject({ until: Until, reason: Sentence, version: Version }),
    (body) => ({ do: 'extend', ...body }),
    whichDay,
  ),
  command(
    'extensionDecision',
    'Grant or refuse more time: the first time whoever is accountable, the second the ISMS manager, then top management.',
    z.strictObject({ granted: z.boolean(), until: Until.optional(), reason: Sentence, version: Version, waiver: Waiver }),
    (body) => ({ do: 'decideExtension', ...body }),
    whichDay,
  ),
  command(
    'waiver',
    'Close a task without an answer, with a reason and until a day.',
    z.strictObject({ reason: Sentence, until: Until, version: Version }),
    (body) => ({ do: 'waive', ...body }),
    whichDay,
  ),
  command('cancellation', 'Cancel a task, with a reason.', z.strictObject({ reason: Sentence, version: Version }), (body) => ({
    do: 'cancel',
    ...body,
  })),
];
