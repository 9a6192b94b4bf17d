import { z } from 'zod';
import { Actor, Day, Instant, Prose, Sentence, Title } from './common.ts';

export const NonconformitySource = z
  .enum([
    'missedTask',
    'audit',
    'incident',
    'failedCheck',
    'offTarget',
    'complaint',
    'supplier',
    'exercise',
    'certificationBody',
    'observation',
    'managementReview',
  ])
  .meta({ id: 'NonconformitySource' });

export const Grade = z.enum(['major', 'minor']).meta({ id: 'Grade' });

/** Whether the action worked (10.2 d), as another person judged it. */
export const Effectiveness = z
  .strictObject({ verdict: z.enum(['effective', 'ineffective']), reason: Sentence, by: Actor, at: Instant, round: z.int().min(1) })
  .meta({ id: 'Effectiveness' });

/** A nonconformity with what was done about it: what 10.2 f and g want documented. Proposed by the engine (G15) or reported by people. */
export const Nonconformity = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    title: Title,
    description: Prose.optional(),
    source: z.strictObject({
      kind: NonconformitySource,
      run: z.string().optional(),
      task: z.string().optional(),
      subject: z.string().optional(),
    }),
    /** Whoever answers for the area: corrects it, finds the cause and plans. */
    owner: z.string(),
    reportedBy: z.string().optional(),
    proposedAt: Instant,
    /** By when somebody outside, such as the certification body, wants it closed. */
    hardDate: Day.optional(),
    status: z.enum(['candidate', 'accepted', 'declined', 'closed']),
    grade: Grade.optional(),
    /** Reaction: under control, put right, consequences dealt with (a). */
    correction: Prose.optional(),
    consequences: Prose.optional(),
    /** Cause, and the like of it elsewhere (b). */
    cause: Prose.optional(),
    similarCases: Prose.optional(),
    /** Whether the cause has to go, or the correction is enough. */
    removesCause: z.boolean().optional(),
    actions: Prose.optional(),
    responsible: z.string().optional(),
    actionsDue: Day.optional(),
    measuredBy: Sentence.optional(),
    /** What was carried out (c). */
    result: Prose.optional(),
    effectiveness: z.array(Effectiveness).max(50).optional(),
    /** What changes in the ISMS, or why nothing does (e). */
    ismsChange: z.enum(['none', 'change']).optional(),
    ismsChangeReason: Sentence.optional(),
    closedAt: Instant.optional(),
    run: z.string().optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Nonconformity' });
export type Nonconformity = z.infer<typeof Nonconformity>;

/** What a run proposes to start, for somebody to accept or decline with a reason. Accepted, it is started with that subject. */
export const Proposal = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    process: z.string(),
    about: z.string(),
    run: z.string(),
    reason: Title,
    to: z.string(),
    subject: z.record(z.string(), z.unknown()).optional(),
    proposedAt: Instant,
    status: z.enum(['open', 'accepted', 'declined']),
    answer: Sentence.optional(),
  })
  .meta({ id: 'Proposal' });
export type Proposal = z.infer<typeof Proposal>;
