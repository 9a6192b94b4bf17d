import { z } from 'zod';
import { Actor, Instant } from './common.ts';

/** One execution of a process. `openRun` inserts it, then only its own workflow writes it, guarded by `seq`. */
export const Run = z
  .strictObject({
    id: z.string(),
    process: z.string(),
    key: z.string(),
    attempt: z.int().min(1),
    subject: z.record(z.string(), z.unknown()),
    period: z.string().optional(),
    status: z.enum(['open', 'closed', 'cancelled']),
    /** Closed complete, or incomplete: superseded by the next period with something left open. */
    outcome: z.enum(['complete', 'incomplete']).optional(),
    seq: z.int().min(0),
    openedAt: Instant,
    openedBy: Actor,
    closedAt: Instant.optional(),
    closedBy: Actor.optional(),
    reason: z.string().optional(),
    supersededBy: z.string().optional(),
    waitingFor: z.array(z.string()),
    /** How many subjects this run asks about, known once they were read. */
    subjects: z.int().min(0).optional(),
    settingsVersion: z.int().min(1),
    definition: z.string(),
    startedBy: z.string().optional(),
    /** Runs of other processes that it started; each says `startedBy` on its side. */
    started: z.array(z.string()).optional(),
    gates: z.array(z.strictObject({ gate: z.string(), passed: z.boolean(), detail: z.string() })),
  })
  .meta({ id: 'Run' });
export type Run = z.infer<typeof Run>;
