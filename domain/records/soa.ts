import { z } from 'zod';
import { Actor, Instant, Reference, Sentence, Title } from './common.ts';
import { Control } from './control.ts';

const annexId = z.string().regex(/^[5-8]\.\d{1,2}$/);

/**
 * What the ISMS manager says of a control of Annex A beside what follows from links: why it is excluded, or included although no risk and no requirement
 * needs it (6.1.3 d).
 */
export const SoaDecision = z
  .strictObject({
    id: annexId,
    version: z.int().min(1),
    applicable: z.boolean(),
    justification: Sentence,
    updatedAt: Instant,
  })
  .meta({ id: 'SoaDecision' });
export type SoaDecision = z.infer<typeof SoaDecision>;

/** What is wrong with a line: nothing says why it stands there, or it is excluded although something needs it. */
export const SoaProblem = z.enum(['undecided', 'needed', 'noReason']).meta({ id: 'SoaProblem' });
export type SoaProblem = z.infer<typeof SoaProblem>;

/** One line of the Statement of Applicability: a control of Annex A, or a necessary control of the organization's own beside it. */
export const SoaLine = z
  .strictObject({
    /** `A.8.13`, or the reference of a control that serves none of Annex A. */
    control: z.string(),
    title: Title,
    theme: Control.shape.kind,
    /** Missing while nobody has said. */
    applicable: z.boolean().optional(),
    /** Why: risks and requirements that need it, and what somebody has said. */
    risks: z.array(Reference),
    requirements: z.array(Reference),
    justification: z.string().optional(),
    implementation: z.enum(['implemented', 'partly', 'planned', 'none']),
    /** The organization's own controls that serve it. */
    controls: z.array(Control.pick({ id: true, name: true, status: true, effectiveness: true, owner: true })),
    problem: SoaProblem.optional(),
  })
  .meta({ id: 'SoaLine' });
export type SoaLine = z.infer<typeof SoaLine>;

/** The Statement of Applicability as it was published: an immutable snapshot. */
export const SoaVersion = z
  .strictObject({
    id: z.string().regex(/^SOA-\d+$/),
    version: z.int().min(1),
    publishedAt: Instant,
    publishedBy: Actor,
    /** What has changed since the version before, in a sentence. */
    note: Sentence,
    /** The lines as canonical JSON (RFC 8785): beside the trail, which has their hash, because sentences may name people. */
    content: z.string().max(5_000_000),
    /** SHA-256 over the content. */
    digest: z.string(),
    updatedAt: Instant,
  })
  .meta({ id: 'SoaVersion' });
export type SoaVersion = z.infer<typeof SoaVersion>;
