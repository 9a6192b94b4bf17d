import { z } from 'zod';
import { Actor, Day, Instant } from './common.ts';
import { TaskState } from './task.ts';

/** A task as lists show it: what was promised, what came of it. */
export const TaskLine = z
  .strictObject({
    id: z.string(),
    run: z.string(),
    process: z.string(),
    task: z.string(),
    title: z.string(),
    about: z.string().optional(),
    state: TaskState,
    version: z.int(),
    assignee: z.string(),
    assigneeName: z.string(),
    onBehalfOf: z.string().optional().meta({ description: 'The owner, while a deputy or delegate is asked in their stead.' }),
    onBehalfOfName: z.string().optional(),
    confirmer: z.string().optional().meta({ description: 'Who confirms the answer; asked while the state is `submitted`.' }),
    confirmerName: z.string().optional(),
    openedAt: Instant,
    promised: Instant.meta({ description: 'The due date when the task opened.' }),
    due: Instant,
    zone: z.string(),
    workingDaysLeft: z.int().meta({ description: 'To the due date, or from closing to it: negative is late.' }),
    extended: z.int().meta({ description: 'How often more time was granted.' }),
    asksUntil: Day.optional().meta({ description: 'More time is asked for, until this day, and not decided yet.' }),
    asksHandOver: z.boolean().optional().meta({ description: 'Somebody else is asked for, and nobody has reassigned it yet.' }),
    level: z.int(),
    undeliverable: z.boolean(),
    closedAt: Instant.optional(),
    closedBy: Actor.optional(),
  })
  .meta({ id: 'TaskLine' });
export type TaskLine = z.infer<typeof TaskLine>;

/** How many tasks somebody sees that wait for an answer or its confirmation. */
export const TaskNumbers = z.strictObject({ open: z.int().min(0), late: z.int().min(0) }).meta({ id: 'TaskNumbers' });
export type TaskNumbers = z.infer<typeof TaskNumbers>;
