import { z } from 'zod';
import { Instant } from '../domain/records/common.ts';
import { Rung, type Task } from '../domain/records/task.ts';
import { notFound } from '../domain/refusal.ts';
import { allowed } from '../domain/rules/task.ts';
import { factsOf } from '../domain/taskFacts.ts';
import type { Api } from './deps.ts';
import { JsonSchema } from './endpoints/processes.ts';
import { byOf, type Caller, scope } from './policy.ts';
import { SpokenEntry, spoken } from './spokenTrail.ts';
import { TaskLine, taskLines } from './taskLines.ts';

/** A task as somebody reads it who may answer or decide it. */
export const TaskDetail = TaskLine.extend({
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

/** A task that this caller may see; everything else is not there. */
export async function visible({ store }: Api, caller: Caller, task: string): Promise<Task> {
  const found = await store.tasks.first({ $and: [{ _id: task }, await scope(caller, 'tasks', store)] });
  if (found === undefined) throw notFound();
  return found;
}

export async function detailOf(api: Api, caller: Caller, task: Task): Promise<z.input<typeof TaskDetail>> {
  const [[line], trail] = await Promise.all([taskLines(api, caller.person.language, [task]), spoken(api.store, `task/${task.id}`)]);
  if (line === undefined) throw notFound();
  const { attempt, answer, accountable, onBehalfOf, definition, outcome, reason, due, rungs } = task;
  return {
    ...line,
    ...{ attempt, answer, accountable, onBehalfOf, definition, outcome, reason },
    outcomeSchema: JSON.parse(task.outcomeSchema) as Record<string, unknown>,
    timetable: { due, rungs },
    allowed: allowed(factsOf(task), byOf(caller)),
    trail,
  };
}
