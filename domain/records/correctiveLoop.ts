import { z } from 'zod';
import { Actor, Day, Instant } from './common.ts';
import { Grade, Nonconformity, NonconformitySource } from './nonconformity.ts';
import { TaskLine } from './taskLine.ts';

/**
 * Where a nonconformity is in the loop (10.2), in its order. `back`: the plan came back, or what was done has not worked, and it is planned again.
 * `declined`: it was none.
 */
export const Station = z
  .enum(['reported', 'takenUp', 'corrected', 'analysed', 'back', 'planned', 'approved', 'implemented', 'judged', 'closed', 'declined'])
  .meta({ id: 'LoopStation' });
export type Station = z.infer<typeof Station>;

/** What has moved it along: who, when, and why as far as it was said. */
export const LoopStep = z
  .strictObject({
    station: Station,
    event: z.string(),
    round: z.int().min(1),
    at: Instant,
    by: Actor,
    name: z.string().optional().meta({ description: 'Of whoever did it; missing where the engine did.' }),
    why: z.string().optional(),
  })
  .meta({ id: 'LoopStep' });
export type LoopStep = z.infer<typeof LoopStep>;

const standing = {
  station: Station,
  round: z.int().min(1).meta({ description: 'Which time it is planned and judged.' }),
  since: Day.meta({ description: 'The day on which it was reported.' }),
  ageDays: z.int().meta({ description: 'From that day to today, or to the day on which it was closed or declined.' }),
};

/** A nonconformity as lists show it: how old, where in the loop, and whose answer it waits for. */
export const NonconformityLine = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    status: Nonconformity.shape.status,
    grade: Grade.optional(),
    kind: NonconformitySource,
    owner: z.string(),
    ownerName: z.string(),
    hardDate: Day.optional(),
    ...standing,
    asked: TaskLine.optional().meta({ description: 'What is asked next, the first due.' }),
  })
  .meta({ id: 'NonconformityLine' });
export type NonconformityLine = z.infer<typeof NonconformityLine>;

/** All of them on one loop. */
export const CorrectiveLoop = z
  .strictObject({
    today: Day,
    open: z.int(),
    candidates: z.int().meta({ description: 'Of the open ones, those that nobody has taken up yet.' }),
    closed: z.int(),
    declined: z.int(),
    oldest: z.strictObject({ id: z.string(), ageDays: z.int() }).optional(),
    stations: z.array(z.strictObject({ station: Station, open: z.int() })).meta({ description: 'How many of the open ones stand where.' }),
  })
  .meta({ id: 'CorrectiveLoop' });
export type CorrectiveLoop = z.infer<typeof CorrectiveLoop>;

/** One nonconformity with its way through the loop. */
export const NonconformityDetail = z
  .strictObject({
    record: Nonconformity,
    today: Day,
    ...standing,
    steps: z.array(LoopStep),
    asked: z.array(TaskLine),
    finding: z
      .strictObject({ id: z.string(), audit: z.string() })
      .optional()
      .meta({ description: 'The finding of an audit that it comes from.' }),
    run: z.string().optional().meta({ description: 'The run that deals with it.' }),
  })
  .meta({ id: 'NonconformityDetail' });
export type NonconformityDetail = z.infer<typeof NonconformityDetail>;
