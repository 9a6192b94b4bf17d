import { z } from 'zod';
import { Brief } from './brief.ts';
import { Actor, Day, Instant } from './common.ts';
import { JsonSchema } from './processShown.ts';
import { Evidence, Extension, HandOver, Rung } from './task.ts';
import { TaskLine } from './taskLine.ts';
import { SpokenEntry } from './trail.ts';

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
export type TaskDetail = z.infer<typeof TaskDetail>;
