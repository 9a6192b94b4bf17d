import { z } from 'zod';
import { Actor, Instant } from './common.ts';
import { Recipient } from './settings.ts';

export const TaskState = z
  .enum(['open', 'inProgress', 'submitted', 'returned', 'done', 'cancelled', 'waived', 'superseded'])
  .meta({ id: 'TaskState' });

/** One rung of a promised timetable: when, what is sent, to whom, and what became of it. Instants are the organization's time. */
export const Rung = z
  .strictObject({
    key: z.string(),
    at: Instant,
    letter: z.enum(['reminder', 'dueToday', 'escalation', 'none']),
    level: z.int().min(0).max(3),
    to: z.array(Recipient),
    /** People it was promised to when the task opened, and after it happened those who were told. */
    told: z.array(z.string()),
    nonconformity: z.boolean().optional(),
    state: z.enum(['pending', 'sent', 'missed']),
    sentAt: Instant.optional(),
  })
  .meta({ id: 'Rung' });
export type Rung = z.infer<typeof Rung>;

/** Projection of one task, written only by its workflow and guarded by `seq`. */
export const Task = z
  .strictObject({
    id: z.string(),
    run: z.string(),
    process: z.string(),
    task: z.string(),
    /** Id of what it is about (a risk), if anything. */
    about: z.string().optional(),
    attempt: z.int().min(1),
    answer: z.enum(['link', 'login']),
    state: TaskState,
    seq: z.int().min(1),
    version: z.int().min(1),
    assignee: z.string(),
    assignment: z.int().min(1),
    /** The owner for whom a deputy was asked. */
    onBehalfOf: z.string().optional(),
    accountable: z.string(),
    openedAt: Instant,
    baselineDue: Instant,
    due: Instant,
    zone: z.string(),
    rungs: z.array(Rung),
    level: z.int().min(0).max(3),
    undeliverable: z.boolean(),
    definition: z.string(),
    /** JSON Schema (draft 2020-12) of the outcome as text, frozen when the task opened. */
    outcomeSchema: z.string(),
    outcome: z.record(z.string(), z.unknown()).optional(),
    reason: z.string().optional(),
    closedAt: Instant.optional(),
    closedBy: Actor.optional(),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;
