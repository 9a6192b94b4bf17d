import { z } from 'zod';
import { Instant } from './common.ts';

/**
 * The address under which somebody's calendar program reads what is asked of them. `id` is the SHA-256 of its token; the token follows from `key` and the
 * installation's secret and is stored nowhere. Without the record the address opens nothing.
 */
export const CalendarFeed = z.strictObject({ id: z.string(), person: z.string(), key: z.string(), createdAt: Instant });
export type CalendarFeed = z.infer<typeof CalendarFeed>;
