import { z } from 'zod';
import { Instant } from './common.ts';

/** One thing that was looked at. `wrong` needs somebody now; `warning` is allowed and rarely meant, or has mended itself. */
export const Finding = z
  .strictObject({
    check: z.string().meta({ description: 'For programs.' }),
    title: z.string(),
    state: z.enum(['ok', 'warning', 'wrong']),
    says: z.string(),
    todo: z.string().optional(),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;

export const Health = z
  .strictObject({
    /** Nothing is wrong; there may be warnings. */
    healthy: z.boolean(),
    /** By the clock of the API's machine. */
    at: Instant,
    checks: z.array(Finding),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof Health>;
