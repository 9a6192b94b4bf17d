import { z } from 'zod';
import { Instant, Title } from './common.ts';

/** A nonconformity, proposed by the engine (G15) and triaged by people (10.2). */
export const Nonconformity = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    title: Title,
    source: z.strictObject({ kind: z.enum(['missedTask']), run: z.string(), task: z.string(), subject: z.string().optional() }),
    owner: z.string(),
    proposedAt: Instant,
    status: z.enum(['candidate', 'accepted', 'declined', 'closed']),
    updatedAt: Instant,
  })
  .meta({ id: 'Nonconformity' });
export type Nonconformity = z.infer<typeof Nonconformity>;

/** What a run proposes to start, for somebody to accept or decline with a reason. */
export const Proposal = z
  .strictObject({
    id: z.string(),
    process: z.string(),
    about: z.string(),
    run: z.string(),
    reason: Title,
    to: z.string(),
    proposedAt: Instant,
    status: z.enum(['open', 'accepted', 'declined']),
  })
  .meta({ id: 'Proposal' });
export type Proposal = z.infer<typeof Proposal>;
