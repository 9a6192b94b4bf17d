import { z } from 'zod';
import { TaskState } from '../domain/records/task.ts';

/** What the commands need of the answers of the API; whatever else an answer holds is passed on to `--json`. */

const Actor = z.looseObject({ person: z.string(), via: z.string() });

export const RunAnswer = z.looseObject({
  id: z.string(),
  process: z.string(),
  key: z.string(),
  status: z.enum(['open', 'closed', 'cancelled']),
  outcome: z.string().optional(),
  openedAt: z.string(),
  openedBy: Actor,
  closedAt: z.string().optional(),
  closedBy: Actor.optional(),
  reason: z.string().optional(),
  supersededBy: z.string().optional(),
  subjects: z.int().optional(),
  waitingFor: z.array(z.string()),
  gates: z.array(z.looseObject({ gate: z.string(), passed: z.boolean(), detail: z.string() })),
});
export type RunAnswer = z.infer<typeof RunAnswer>;

export const TaskAnswer = z.looseObject({
  id: z.string(),
  run: z.string(),
  title: z.string(),
  about: z.string().optional(),
  state: TaskState,
  version: z.int(),
  assignee: z.string(),
  assigneeName: z.string(),
  openedAt: z.string(),
  promised: z.string(),
  due: z.string(),
  zone: z.string(),
  workingDaysLeft: z.int(),
  level: z.int(),
  undeliverable: z.boolean(),
  closedAt: z.string().optional(),
  closedBy: Actor.optional(),
});
export type TaskAnswer = z.infer<typeof TaskAnswer>;

const Count = z.int();
export const RunDetailAnswer = RunAnswer.extend({
  numbers: z.looseObject({ asked: Count, done: Count, onTime: Count, late: Count, open: Count, overdue: Count, escalated: Count }),
  tasks: z.array(TaskAnswer),
  proposals: z.array(z.looseObject({ process: z.string(), about: z.string(), reason: z.string(), status: z.string() })),
  nonconformities: z.array(z.looseObject({ id: z.string(), title: z.string(), status: z.string() })),
});
export type RunDetailAnswer = z.infer<typeof RunDetailAnswer>;

export const PersonAnswer = z.looseObject({ id: z.string(), name: z.string(), email: z.string(), status: z.string() });
export type PersonAnswer = z.infer<typeof PersonAnswer>;

export const pageAnswer = <T extends z.ZodType>(item: T) => z.looseObject({ items: z.array(item), next: z.string().optional() });
