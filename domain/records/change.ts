import { z } from 'zod';
import { Actor, Day, Instant, Prose, Reference, Sentence, Title } from './common.ts';

/** Who or what found that the ISMS has to change. */
export const ChangeSource = z.enum(['person', 'contextReview', 'correctiveAction', 'managementReview']).meta({ id: 'ChangeSource' });
export type ChangeSource = z.infer<typeof ChangeSource>;

/** Parts of the ISMS that a change can touch; each is followed up before the change is closed. */
export const Touched = z
  .enum([
    ...(['scope', 'policy', 'criteria', 'risks', 'soa', 'documents'] as const),
    ...(['roles', 'competence', 'objectives', 'suppliers', 'processes', 'tools'] as const),
  ])
  .meta({ id: 'Touched' });
export type Touched = z.infer<typeof Touched>;

/** A minor change is the ISMS manager's to approve, a major one top management's. */
export const ChangeSize = z.enum(['minor', 'major']).meta({ id: 'ChangeSize' });
export const ChangeEffects = z.enum(['asIntended', 'acceptable', 'notAcceptable']).meta({ id: 'ChangeEffects' });

/** A decision on the change, and which judgement of its effect it was on. */
const ChangeDecision = z.strictObject({
  decision: z.enum(['approve', 'return', 'reject', 'defer']),
  reason: Sentence,
  by: Actor,
  at: Instant,
});
export type ChangeDecision = z.infer<typeof ChangeDecision>;

/** What was found when it was looked at after the change, effects that nobody had intended included (8.1). */
const PostReview = z.strictObject({
  round: z.int().min(1),
  effects: ChangeEffects,
  unintended: Sentence.optional(),
  reason: Sentence,
  by: Actor,
  at: Instant,
});
export type PostReview = z.infer<typeof PostReview>;

/** What became of a part that the change touches: a version of the Statement of Applicability, a document, a role. */
export const FollowUp = z.strictObject({ what: Touched, how: Sentence });
export type FollowUp = z.infer<typeof FollowUp>;

/** A planned change of the ISMS (6.3, 8.1), from the request to the look back. */
export const Change = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    title: Title,
    /** Why it came up. */
    reason: Sentence,
    source: z.strictObject({ kind: ChangeSource, run: z.string().optional(), subject: z.string().optional() }),
    requestedBy: z.string(),
    /** What it is for; a change that a process found to be needed has none until whoever asked for it says so. */
    purpose: Prose.optional(),
    status: z.enum([
      ...(['requested', 'assessing', 'inApproval', 'deferred', 'rejected', 'withdrawn'] as const),
      ...(['approved', 'implementing', 'implemented', 'closed'] as const),
    ]),
    touches: z.array(Touched).max(12).optional(),
    consequences: Prose.optional(),
    /** What keeps the ISMS whole while it changes. */
    integrity: Prose.optional(),
    resources: Prose.optional(),
    /** Duties and authorities that are others' afterwards. */
    responsibilities: Prose.optional(),
    /** Whoever plans it and carries it out; at first the person who asked for it. */
    responsible: z.string(),
    size: ChangeSize.optional(),
    significant: z.boolean().optional(),
    /** Documents of which a new version is written once it is carried out. */
    documents: z.array(Reference).max(20).optional(),
    /** Risks that it may make others than they were judged. */
    risks: z.array(Reference).max(50).optional(),
    /** A judgement of them counts for this change from then on. */
    judgedFrom: Instant.optional(),
    /** The runs in which they were judged before it was approved. */
    reviews: z.array(z.string()).max(500).optional(),
    decisions: z.array(ChangeDecision).max(200).optional(),
    deferredUntil: Day.optional(),
    approvedBy: Actor.optional(),
    approvedAt: Instant.optional(),
    steps: Prose.optional(),
    due: Day.optional(),
    communication: Prose.optional(),
    fallback: Prose.optional(),
    result: Prose.optional(),
    implementedAt: Instant.optional(),
    implementedBy: z.string().optional(),
    postReviews: z.array(PostReview).max(200).optional(),
    followUp: z.array(FollowUp).max(30).optional(),
    closedAt: Instant.optional(),
    run: z.string().optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Change' });
export type Change = z.infer<typeof Change>;
