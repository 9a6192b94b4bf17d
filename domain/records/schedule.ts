import { z } from 'zod';
import { Actor, Day, Instant, Period, Sentence } from './common.ts';

export const Every = z.enum(['month', 'quarter', 'halfYear', 'year']).meta({ id: 'Every' });
export type Every = z.infer<typeof Every>;

/** How often a process opens by itself, and on which working day of the period. */
export const Cadence = z
  .strictObject({ every: Every, openOn: z.strictObject({ workingDay: z.int().min(1).max(20) }) })
  .meta({ id: 'Cadence' });
export type Cadence = z.infer<typeof Cadence>;

/** A period whose run did not open and is not to be opened any more, with the reason. */
export const WaivedPeriod = z.strictObject({ period: Period, reason: Sentence, by: Actor, at: Instant }).meta({ id: 'WaivedPeriod' });

/**
 * When runs of a process open by themselves. Its id is that of the process, or `process.name` for a second rhythm of it. What it opens counts from
 * `since`; nothing that began before is opened by itself.
 */
export const Schedule = z
  .strictObject({
    id: z.string().regex(/^[a-zA-Z]{1,40}(\.[a-zA-Z]{1,40})?$/),
    version: z.int().min(1),
    process: z.string(),
    cadence: Cadence,
    since: Day,
    paused: z.boolean(),
    /** Why it is paused, while it is. */
    note: Sentence.optional(),
    waived: z.array(WaivedPeriod).max(200),
    updatedAt: Instant,
  })
  .meta({ id: 'Schedule' });
export type Schedule = z.infer<typeof Schedule>;

/** A period and the day on which its run opens. */
export const PlannedOpening = z.strictObject({ period: Period, day: Day }).meta({ id: 'PlannedOpening' });
export type PlannedOpening = z.infer<typeof PlannedOpening>;

export const ScheduleDetail = Schedule.extend({
  zone: z.string(),
  onlyWhenDue: z.boolean().meta({ description: 'It opens only when something is due.' }),
  waived: z.array(WaivedPeriod.extend({ name: z.string() })),
  next: z
    .array(PlannedOpening)
    .meta({ description: 'The next ten days on which a run opens, in that zone; while it is paused, those that would.' }),
  missed: z
    .array(PlannedOpening)
    .meta({ description: 'Periods whose run did not open: open them by backfill, or waive them with a reason.' }),
}).meta({ id: 'ScheduleDetail' });
export type ScheduleDetail = z.infer<typeof ScheduleDetail>;
