import { z } from 'zod';
import { Actor, Day, Instant, Levels, Reference, Role, Sentence, Title } from './common.ts';
import { TreatmentOption } from './risk.ts';

/** One control that the plan brings about: who, by when, with what, and what will show that it works (6.1.3 e). */
export const PlanItem = z
  .strictObject({
    control: Reference,
    responsible: z.string(),
    due: Day,
    resources: Title.optional(),
    measuredBy: Title,
    state: z.enum(['proposed', 'approved', 'inImplementation', 'implemented', 'effective', 'ineffective', 'notImplemented', 'closed']),
    /** The run that carries it out. */
    run: z.string().optional(),
  })
  .meta({ id: 'PlanItem' });
export type PlanItem = z.infer<typeof PlanItem>;

/** A decision on the plan, on its resources, or on what is left of the risk: by whom, as what, and on which frozen brief (6.1.3 f). */
export const PlanDecision = z
  .strictObject({
    on: z.enum(['plan', 'resources', 'residual']),
    decision: z.enum(['approve', 'return', 'reject', 'grant', 'refuse', 'accept', 'continue']),
    as: Role,
    by: Actor,
    at: Instant,
    reason: Sentence,
    task: z.string(),
    brief: z.strictObject({ id: z.string(), digest: z.string() }),
    levels: Levels.optional(),
  })
  .meta({ id: 'PlanDecision' });
export type PlanDecision = z.infer<typeof PlanDecision>;

/** How one risk is treated, from the options to what is left of it (6.1.3, 8.3). Treated further, it is another plan. */
export const TreatmentPlan = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    run: z.string(),
    risk: Reference,
    because: Title,
    /** Which plan of its run it is. */
    round: z.int().min(1),
    status: z.enum(['draft', 'approved', 'accepted', 'continued', 'retained', 'withdrawn']),
    options: z.array(TreatmentOption).max(4),
    reason: Sentence.optional(),
    /** The level when the treatment was begun, and the controls that it has linked to the risk since. */
    before: Levels.optional(),
    added: z.array(Reference).max(50),
    /** Whether something that is needed was left out, as the comparison with Annex A found (6.1.3 c). */
    compared: Sentence.optional(),
    items: z.array(PlanItem).max(50),
    /** What the planned controls should leave of the risk: as computed, and as planned with a reason. */
    proposed: Levels.optional(),
    expected: Levels.optional(),
    expectedBecause: Sentence.optional(),
    /** It asks for more than whoever planned may spend. */
    asksResources: z.boolean().optional(),
    /** Whoever had a hand in it approves and accepts none of it. */
    plannedBy: z.array(z.string()).max(50),
    /** What the controls leave of the risk once they are there, as computed. */
    achieved: Levels.optional(),
    decisions: z.array(PlanDecision).max(200),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'TreatmentPlan' });
export type TreatmentPlan = z.infer<typeof TreatmentPlan>;
