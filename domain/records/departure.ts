import { z } from 'zod';
import { Actor, Instant, Sentence } from './common.ts';
import { RoleAssignment } from './person.ts';

/** Registers whose records belong to somebody. */
export const OwnedRegister = z
  .enum([
    ...(['risks', 'controls', 'acceptances', 'nonconformities', 'proposals'] as const),
    ...(['auditProgrammes', 'audits', 'auditFindings', 'improvements', 'managementReviews', 'reviewInputs', 'reviewDecisions'] as const),
    ...(['cycles'] as const),
    ...(['changes'] as const),
    ...(['documents'] as const),
  ])
  .meta({ id: 'OwnedRegister' });
export type OwnedRegister = z.infer<typeof OwnedRegister>;

/** A record that moves to another owner; without one nobody could be found for it. */
export const OwnedRecord = z.strictObject({ register: OwnedRegister, id: z.string(), to: z.string().optional() });
export type OwnedRecord = z.infer<typeof OwnedRecord>;

/** Somebody leaves: who takes over, and what has moved. Carried out piece by piece by a workflow of the same id. */
export const Departure = z
  .strictObject({
    id: z.string(),
    person: z.string(),
    /** The successor; without one, work goes to whoever else holds the role. */
    to: z.string().optional(),
    roles: z.enum(['move', 'drop']),
    reason: Sentence,
    by: Actor,
    at: Instant,
    state: z.enum(['moving', 'moved']),
    /** What was theirs when they left, as it was found then. */
    records: z.array(OwnedRecord).optional(),
    given: z.array(RoleAssignment).optional(),
    tasks: z.array(z.string()).optional(),
    /** Answers that wait for the successor's confirmation. */
    confirmations: z.int().min(0).optional(),
    /** Tasks of which a part is still theirs, because nobody may take it. */
    left: z.array(z.string()).optional(),
    movedAt: Instant.optional(),
  })
  .meta({ id: 'Departure' });
export type Departure = z.infer<typeof Departure>;
