import { z } from 'zod';
import { Instant, Prose, Sentence, Title } from './common.ts';

export const ImprovementSource = z.enum(['audit', 'managementReview', 'person']).meta({ id: 'ImprovementSource' });

/** A chance to make the ISMS better (10.1): from an audit, a review or somebody's idea. Input g of the next management review. */
export const Improvement = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    title: Title,
    description: Prose,
    source: ImprovementSource,
    /** The record it came from, such as a finding. */
    subject: z.string().max(200).optional(),
    owner: z.string(),
    status: z.enum(['open', 'pursued', 'done', 'dropped']),
    /** What became of it, or why it is not pursued. */
    note: Sentence.optional(),
    notedAt: Instant,
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Improvement' });
export type Improvement = z.infer<typeof Improvement>;
