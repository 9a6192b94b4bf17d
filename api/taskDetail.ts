import { z } from 'zod';
import { Brief } from '../domain/records/brief.ts';
import { Actor, Day, Instant } from '../domain/records/common.ts';
import { Evidence, Extension, HandOver, Rung, type Task } from '../domain/records/task.ts';
import { TaskLine } from '../domain/records/taskLine.ts';
import { notFound } from '../domain/refusal.ts';
import { allowed, waivable } from '../domain/rules/task.ts';
import { factsOf } from '../domain/taskFacts.ts';
import type { Api } from './deps.ts';
import { JsonSchema } from './endpoints/processes.ts';
import { byOf, type Caller, seen } from './policy.ts';
import { SpokenEntry, spoken } from './spokenTrail.ts';
import { taskLines } from './taskLines.ts';

/** A task as somebody reads it who may answer or decide it. */
export const TaskDetail = TaskLine.extend({
  attempt: z.int(),
  answer: z.enum(['link', 'login']),
  accountable: z.string(),
  standIn: z.enum(['deputy', 'delegate']).optional(),
  definition: z.string(),
  outcomeSchema: JsonSchema,
  outcome: z.record(z.string(), z.unknown()).optional(),
  reason: z.string().optional(),
  answeredAt: Instant.optional(),
  answeredBy: Actor.optional(),
  returned: z.int().optional().meta({ description: 'How often the answer came back.' }),
  extensions: z.array(Extension).optional(),
  handOver: HandOver.optional(),
  evidence: z.array(Evidence).meta({ description: 'Files that show something; each is at `/evidence/{sha256}` below the task.' }),
  dutiesWaived: z.string().optional().meta({ description: 'Why the separation of duties was waived, where it was.' }),
  waivedUntil: Day.optional(),
  brief: Brief.optional().meta({ description: 'What was frozen for whoever is asked.' }),
  timetable: z.strictObject({ due: Instant, rungs: z.array(Rung) }),
  allowed: z.array(z.string()).meta({ description: 'What you may do now, such as complete, extend, delegate, confirm.' }),
  waivable: z.array(z.string()).meta({
    description: 'What you may do only with a `waiver`: the reason why the separation of duties is waived, as nobody else could.',
  }),
  trail: z.array(SpokenEntry),
}).meta({ id: 'TaskDetail' });

/** A task that this caller may see; everything else is not there. */
export async function visible({ store }: Api, caller: Caller, task: string): Promise<Task> {
  const found = await seen(caller, 'tasks', store, task);
  if (found === undefined) throw notFound();
  return found;
}

export async function detailOf(api: Api, caller: Caller, task: Task): Promise<z.input<typeof TaskDetail>> {
  const [[line], trail] = await Promise.all([taskLines(api, caller.person.language, [task]), spoken(api.store, `task/${task.id}`)]);
  if (line === undefined) throw notFound();
  const { attempt, answer, accountable, standIn, definition, outcome, reason, due, rungs } = task;
  const { answeredAt, answeredBy, returned, extensions, handOver, dutiesWaived, waivedUntil } = task;
  return {
    ...line,
    ...{ attempt, answer, accountable, standIn, definition, outcome, reason, answeredAt, answeredBy, returned },
    ...{ extensions, handOver, dutiesWaived, waivedUntil },
    outcomeSchema: JSON.parse(task.outcomeSchema) as Record<string, unknown>,
    evidence: task.evidence ?? [],
    ...(task.brief !== undefined && { brief: await api.store.briefs.get(task.brief.id) }),
    timetable: { due, rungs },
    allowed: allowed(factsOf(task), byOf(caller)),
    waivable: waivable(factsOf(task), byOf(caller)),
    trail,
  };
}
