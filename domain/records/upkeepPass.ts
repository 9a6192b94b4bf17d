import { z } from 'zod';
import { Instant } from './common.ts';

/** One pass of the hourly upkeep: what it found left behind, and how far the clocks were apart. Instants are real time. */
export const UpkeepPass = z
  .strictObject({
    id: z.string(),
    at: Instant,
    tookMs: z.int().min(0),
    found: z.array(z.strictObject({ what: z.string(), count: z.int().min(0) })),
    /** By how much the clock of the worker's machine was ahead of the database's. */
    aheadOfDatabaseMs: z.int(),
    /** By how much Temporal's clock was ahead of the worker's at least; that it is behind cannot be told from a pass that waited. */
    temporalAheadMs: z.int().min(0),
  })
  .meta({ id: 'UpkeepPass' });
export type UpkeepPass = z.infer<typeof UpkeepPass>;
