import { z } from 'zod';
import { Actor, Day, Instant, Title } from './common.ts';
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
    /** Working days from the due date, kept so that a ladder that was promised is promised again when the date moves. */
    workingDays: z.int().optional(),
    /** Instead of working days: the share of the time that the task had. */
    percent: z.int().optional(),
    /** Told to whoever confirms, while the answer waits for that. */
    confirming: z.boolean().optional(),
    /** Withdrawn: the date moved, or the task was answered and waits for its confirmation. */
    state: z.enum(['pending', 'sent', 'missed', 'withdrawn']),
    sentAt: Instant.optional(),
  })
  .meta({ id: 'Rung' });
export type Rung = z.infer<typeof Rung>;

/** More time as it was asked for and decided. `from` and `to` are due dates; the baseline of the task never moves. */
export const Extension = z
  .strictObject({
    askedAt: Instant,
    askedBy: z.string(),
    until: Day,
    reason: z.string(),
    state: z.enum(['asked', 'granted', 'refused', 'withdrawn']),
    decidedAt: Instant.optional(),
    decidedBy: z.string().optional(),
    answer: z.string().optional(),
    from: Instant.optional(),
    to: Instant.optional(),
    /** Who was asked to decide. */
    deciders: z.array(z.string()).optional(),
  })
  .meta({ id: 'Extension' });
export type Extension = z.infer<typeof Extension>;

/** Another person was asked for, perhaps a certain one, and nobody has reassigned the task yet. */
export const HandOver = z
  .strictObject({ askedAt: Instant, askedBy: z.string(), to: z.string().optional(), reason: z.string(), deciders: z.array(z.string()) })
  .meta({ id: 'HandOver' });
export type HandOver = z.infer<typeof HandOver>;

/** A file that shows something, known by its content (SHA-256, lower-case hex). `size` in bytes. */
export const Evidence = z
  .strictObject({ sha256: z.string(), name: Title, size: z.int().min(0), type: z.string(), addedAt: Instant, addedBy: z.string() })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

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
    /** What was frozen for whoever is asked: the id of a brief, and its digest. */
    brief: z.strictObject({ id: z.string(), digest: z.string() }).optional(),
    answer: z.enum(['link', 'login']),
    state: TaskState,
    seq: z.int().min(1),
    version: z.int().min(1),
    assignee: z.string(),
    assignment: z.int().min(1),
    /** The owner, while a deputy or a delegate is asked in their stead. */
    onBehalfOf: z.string().optional(),
    standIn: z.enum(['deputy', 'delegate']).optional(),
    confirmer: z.string().optional(),
    approval: z.boolean().optional(),
    /** Asked of each of many by themselves. It has no workflow of its own: the run reaches its rungs, and an answer is an entry of its chain. */
    inPerson: z.boolean().optional(),
    /** Who may decide an approval in the approver's stead once it is late. */
    deputy: z.string().optional(),
    /** Who must not decide it, because of what they did before. */
    barred: z.array(z.string()).optional(),
    /** Nobody else could: a waiver of the separation of duties is accepted. */
    alone: z.boolean().optional(),
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
    /** Who answered, and when; the same as closed unless somebody else confirms. */
    answeredAt: Instant.optional(),
    answeredBy: Actor.optional(),
    closedAt: Instant.optional(),
    closedBy: Actor.optional(),
    /** How often the answer came back from whoever confirms. */
    returned: z.int().min(0).optional(),
    extensions: z.array(Extension).optional(),
    handOver: HandOver.optional(),
    /** Who is asked to decide about more time or another person, while either is undecided. */
    deciders: z.array(z.string()).optional(),
    evidence: z.array(Evidence).optional(),
    /** Why the separation of duties was waived, where it was; and until when a waived task is waived. */
    dutiesWaived: z.string().optional(),
    waivedUntil: Day.optional(),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;
