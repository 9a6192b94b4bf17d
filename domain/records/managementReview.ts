import { z } from 'zod';
import { Actor, Day, Instant, Period, Prose, Sentence, Title } from './common.ts';

/** The ten lines that a review has to look at (9.3.2 a to g, d in its four parts). */
export const InputLine = z.enum(['a', 'b', 'c', 'd1', 'd2', 'd3', 'd4', 'e', 'f', 'g']).meta({ id: 'InputLine' });
export type InputLine = z.infer<typeof InputLine>;

export const ReviewVerdict = z.enum(['yes', 'partly', 'no']).meta({ id: 'ReviewVerdict' });

/** Two kinds that 9.3.3 asks for, and what the review decides beside them. */
export const DecisionKind = z.enum(['improvement', 'ismsChange', 'resources', 'other']).meta({ id: 'DecisionKind' });
export type DecisionKind = z.infer<typeof DecisionKind>;

/** What a decision starts at once; `action`: its owner carries it out. */
export const DecisionStarts = z
  .enum(['action', 'correctiveAction', 'targetedRiskReview', 'internalAudit', 'changePlanning', 'riskTreatment', 'objectives', 'nothing'])
  .meta({ id: 'DecisionStarts' });
export type DecisionStarts = z.infer<typeof DecisionStarts>;

/** A decision as the minutes have it. */
export const MinutedDecision = z.strictObject({
  kind: DecisionKind,
  text: Sentence,
  owner: z.string(),
  due: Day,
  starts: DecisionStarts,
  /** The risk that is to be looked at again, or treated. */
  risk: z.string().max(40).optional(),
  /** For which period objectives are to be set. */
  period: Period.optional(),
  /** Why it starts nothing. */
  reason: Sentence.optional(),
});
export type MinutedDecision = z.infer<typeof MinutedDecision>;

/** A review of the ISMS by top management (9.3). */
export const ManagementReview = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    period: Period,
    /** From which day on what happened is looked at: that of the last review. */
    since: Day,
    owner: z.string().optional(),
    day: Day.optional(),
    place: Title.optional(),
    participants: z.array(z.string()).max(20),
    /** Who delivers which input, where somebody was named. */
    contributors: z.array(z.strictObject({ line: InputLine, person: z.string() })).max(10),
    status: z.enum(['planned', 'scheduled', 'inputsRequested', 'packIssued', 'held', 'minuted', 'approved', 'closed']),
    packedAt: Instant.optional(),
    /** The brief that was issued as the pack: what the review had in front of it. */
    pack: z.string().optional(),
    packNote: Prose.optional(),
    heldOn: Day.optional(),
    attended: z.array(z.string()).max(20),
    minutes: Prose.optional(),
    /** Suitable, adequate and effective still? */
    suitable: ReviewVerdict.optional(),
    adequate: ReviewVerdict.optional(),
    effective: ReviewVerdict.optional(),
    decisions: z.array(MinutedDecision).max(20),
    /** Why there is no decision of that kind. */
    noImprovement: Sentence.optional(),
    noChange: Sentence.optional(),
    approvedBy: Actor.optional(),
    approvedAt: Instant.optional(),
    closedAt: Instant.optional(),
    run: z.string().optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'ManagementReview' });
export type ManagementReview = z.infer<typeof ManagementReview>;

/** One of the ten lines for one review: whose it is, and what it says. */
export const ReviewInput = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    review: z.string(),
    line: InputLine,
    title: Title,
    owner: z.string(),
    /** Said in words, or expressly nothing. */
    says: z.enum(['content', 'nothing']).optional(),
    text: Prose.optional(),
    deliveredAt: Instant.optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'ReviewInput' });
export type ReviewInput = z.infer<typeof ReviewInput>;

/** What a review has decided, and where it stands: input a of the next one. */
export const ReviewDecision = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    review: z.string(),
    ...MinutedDecision.shape,
    status: z.enum(['decided', 'accepted', 'done', 'dropped']),
    /** What it has started: the id of a run. */
    started: z.string().optional(),
    result: Prose.optional(),
    doneAt: Instant.optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'ReviewDecision' });
export type ReviewDecision = z.infer<typeof ReviewDecision>;
