import { z } from 'zod';
import { Band, Instant, Title } from './common.ts';

const Scale = z.array(Title).min(3).max(5);

/** What the organization says about a band: who may retain it, for how long, and how often it is looked at (iso 6.1.2 a). */
export const BandRule = z
  .strictObject({
    band: Band,
    authority: z.enum(['riskOwner', 'topManagement']),
    validMonths: z.int().min(1).max(12),
    reviewMonths: z.int().min(1).max(12),
    /** Within how many working days a control of such a risk is to be there; 20, 60, 125 and 250 unless said. */
    implementDays: z.int().min(2).max(750).optional(),
  })
  .meta({ id: 'BandRule' });

/**
 * Versioned risk criteria. `matrix[likelihood - 1][consequence - 1]` is a look-up table, never a product.
 * A risk in a band above `acceptableUpTo` needs treatment or an acceptance.
 */
export const RiskCriteria = z
  .strictObject({
    id: z.string().regex(/^criteria-\d+$/),
    version: z.int().min(1),
    likelihood: Scale,
    consequence: Scale,
    matrix: z.array(z.array(Band).min(3).max(5)).min(3).max(5),
    acceptableUpTo: Band,
    bands: z.array(BandRule).length(4),
    createdAt: Instant,
  })
  .refine((c) => c.matrix.length === c.likelihood.length && c.matrix.every((row) => row.length === c.consequence.length), {
    message: 'the matrix needs one row per likelihood and one column per consequence',
    path: ['matrix'],
  })
  .meta({ id: 'RiskCriteria' });
export type RiskCriteria = z.infer<typeof RiskCriteria>;
