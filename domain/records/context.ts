import { z } from 'zod';
import { Actor, Day, Instant, Prose, Reference, Sentence, Title } from './common.ts';

/** An internal or external issue that bears on the purpose and outcomes of the ISMS (4.1). */
export const Issue = z
  .strictObject({
    id: Reference,
    version: z.int().min(1),
    kind: z.enum(['internal', 'external', 'climate']),
    name: Title,
    /** What it does to the ISMS; for climate change why it is relevant or not (Amd 1:2024). */
    effect: Prose,
    relevant: z.boolean(),
    status: z.enum(['active', 'ended']),
    reviewedOn: Day.optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Issue' });
export type Issue = z.infer<typeof Issue>;

/** Somebody who can affect the ISMS, is affected by it, or believes so (4.2 a). */
export const InterestedParty = z
  .strictObject({
    id: Reference,
    version: z.int().min(1),
    name: Title,
    kind: z.enum(['internal', 'customer', 'supplier', 'authority', 'owner', 'other']),
    expects: Prose,
    status: z.enum(['active', 'ended']),
    reviewedOn: Day.optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'InterestedParty' });
export type InterestedParty = z.infer<typeof InterestedParty>;

/** What an interested party requires, and whether the ISMS takes it up (4.2 b, c; A.5.31): then by which controls, else for what reason not. */
export const Requirement = z
  .strictObject({
    id: Reference,
    version: z.int().min(1),
    party: Reference,
    name: Title,
    source: z.enum(['law', 'regulation', 'contract', 'expectation']),
    addressed: z.boolean(),
    controls: z.array(Reference).max(50),
    reason: Sentence.optional(),
    status: z.enum(['active', 'ended']),
    reviewedOn: Day.optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Requirement' });
export type Requirement = z.infer<typeof Requirement>;

/** A version of the scope of the ISMS (4.3). */
export const Scope = z
  .strictObject({
    id: Reference,
    version: z.int().min(1),
    text: Prose,
    status: z.enum(['draft', 'approved', 'superseded']),
    approvedBy: Actor.optional(),
    approvedAt: Instant.optional(),
    run: z.string().optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Scope' });
export type Scope = z.infer<typeof Scope>;

/** A version of the information security policy (5.2). */
export const Policy = Scope.meta({ id: 'Policy' });
export type Policy = z.infer<typeof Policy>;
