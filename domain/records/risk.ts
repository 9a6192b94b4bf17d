import { z } from 'zod';
import { Actor, Band, Day, Instant, Level, Levels, Prose, Reference, Sentence, Title } from './common.ts';

export const Property = z.enum(['confidentiality', 'integrity', 'availability']).meta({ id: 'Property' });
export const TreatmentOption = z.enum(['modify', 'retain', 'avoid', 'share']).meta({ id: 'TreatmentOption' });

/** How much a control takes away where it works as designed. */
export const Strength = z.enum(['none', 'weak', 'moderate', 'strong', 'veryStrong']).meta({ id: 'Strength' });

/** A control of this risk, what it acts on and how strongly: moderate unless said. Controls of one group fail together. */
export const RiskControl = z
  .strictObject({
    control: Reference,
    actsOn: z.enum(['likelihood', 'consequence', 'both']),
    strength: Strength.optional(),
    group: Reference.optional(),
  })
  .meta({ id: 'RiskControl' });
export type RiskControl = z.infer<typeof RiskControl>;

/** Shown beside the risk; the assessment itself is a record of its own. */
export const LastAssessment = z.strictObject({
  id: z.string(),
  day: Day,
  by: z.string(),
  likelihood: Level,
  consequence: Level,
  band: Band,
});

/** A risk to information (6.1.2). `id` is its reference. */
export const Risk = z
  .strictObject({
    id: Reference,
    version: z.int().min(1),
    name: Title,
    description: Prose,
    owner: z.string(),
    assets: z.array(Title).max(50),
    threat: Prose,
    vulnerability: Prose,
    properties: z.array(Property).max(3),
    inherent: Levels.optional(),
    current: Levels.optional(),
    residual: Levels.optional(),
    treatment: z.array(TreatmentOption).max(4),
    controls: z.array(RiskControl).max(50),
    status: z.enum(['draft', 'active', 'treating', 'retained', 'avoided', 'closed']),
    band: Band.optional(),
    /** Whether its level needs a decision, and how that stands. */
    acceptance: z.enum(['notNeeded', 'required', 'asked', 'accepted', 'refused']).optional(),
    lastAssessment: LastAssessment.optional(),
    nextReview: Day.optional(),
    /** The step of a run that made it, where a flow did. */
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Risk' });
export type Risk = z.infer<typeof Risk>;

export const Verdict = z.enum(['keep', 'change', 'close']).meta({ id: 'Verdict' });

/** An immutable snapshot: what somebody judged, by which criteria, and why (6.1.2, 8.2). */
export const Assessment = z
  .strictObject({
    id: z.string(),
    risk: Reference,
    kind: z.enum(['initial', 'periodic', 'triggered', 'imported']),
    at: Instant,
    by: Actor,
    criteria: z.string(),
    likelihood: Level,
    consequence: Level,
    band: Band,
    verdict: Verdict.optional(),
    reason: Sentence.optional(),
    aboveAcceptance: z.boolean(),
    previous: Levels.optional(),
    run: z.string().optional(),
    task: z.string().optional(),
  })
  .meta({ id: 'Assessment' });
export type Assessment = z.infer<typeof Assessment>;
