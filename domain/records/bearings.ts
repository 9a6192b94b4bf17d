import { z } from 'zod';
import { Day, Instant } from './common.ts';

/** By the clock and calendar of the organization, with the zone in which the reader reads instants. */
export const Bearings = z.strictObject({ at: Instant, today: Day, zone: z.string() }).meta({ id: 'Bearings' });
export type Bearings = z.infer<typeof Bearings>;
