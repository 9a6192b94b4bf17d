import { z } from 'zod';
import { Actor, Band, Day, Instant, Levels, Reference, Sentence, Title } from './common.ts';
import { ControlKind } from './control.ts';
import { Risk, RiskControl } from './risk.ts';

/** A control as it stood when the decision was asked for. */
export const FrozenControl = z
  .strictObject({ control: Reference, name: Title, kind: ControlKind, status: z.string(), effectiveness: z.string() })
  .meta({ id: 'FrozenControl' });

/** What is decided on, frozen: later changes of the risk end the acceptance, they never change what was accepted. */
export const RiskSnapshot = z
  .strictObject({
    risk: Reference,
    riskVersion: z.int().min(1),
    name: Title,
    description: z.string(),
    owner: z.string(),
    levels: Levels,
    band: Band,
    status: Risk.shape.status,
    /** The links to controls as they are on the risk, and the controls themselves. */
    linked: z.array(RiskControl).max(50),
    controls: z.array(FrozenControl).max(50),
    criteria: z.string(),
    assessment: z.string(),
    frozenAt: Instant,
  })
  .meta({ id: 'RiskSnapshot' });
export type RiskSnapshot = z.infer<typeof RiskSnapshot>;

/**
 * The decision to retain a risk above the acceptance rule (6.1.3 f, 8.3): asked for and accepted by its owner, and above the owner's authority approved
 * by the authority that the criteria name. Always with an end (G14). Its id is the key of its run.
 */
export const Acceptance = z
  .strictObject({
    id: Reference,
    version: z.int().min(1),
    run: z.string(),
    risk: Reference,
    owner: z.string(),
    snapshot: RiskSnapshot,
    authority: z.enum(['riskOwner', 'topManagement']),
    state: z.enum(['asked', 'accepted', 'refused', 'ended', 'revoked']),
    askedAt: Instant,
    /** Why the owner wants to retain it, and what compensates meanwhile. */
    justification: Sentence.optional(),
    measures: Sentence.optional(),
    requestedBy: Actor.optional(),
    requestedAt: Instant.optional(),
    decidedBy: Actor.optional(),
    decidedAt: Instant.optional(),
    decision: Sentence.optional(),
    validUntil: Day.optional(),
    endedAt: Instant.optional(),
    /** `expired`, `changed` with what changed, `revoked`, `refused`, `treat`. */
    endedBecause: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Acceptance' });
export type Acceptance = z.infer<typeof Acceptance>;

/** A run that waits for a change of a record: `fields` of it differ from `frozen`. */
export const Watch = z
  .strictObject({
    id: z.string(),
    run: z.string(),
    /** The workflow to wake: the run or one of its batches. */
    workflow: z.string(),
    /** `risks/RSK-017`. */
    record: z.string(),
    fields: z.array(z.string()).min(1),
    frozen: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Watch' });
export type Watch = z.infer<typeof Watch>;
