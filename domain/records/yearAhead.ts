import { z } from 'zod';
import { Day, Period } from './common.ts';

/** Something that a schedule is going to ask of somebody: like tasks of one run together. */
export const AskedAhead = z
  .strictObject({
    day: Day.meta({ description: 'When it is asked.' }),
    due: Day,
    process: z.string(),
    title: z.string().meta({ description: 'Of the process.' }),
    period: Period,
    task: z.string(),
    asks: z.string().meta({ description: 'What is to be done, such as "Reassess 3 risks".' }),
    count: z.int().min(1),
  })
  .meta({ id: 'AskedAhead' });
export type AskedAhead = z.infer<typeof AskedAhead>;

/** What the schedules of today are going to ask of one person within twelve months; both ends are days of the organization. */
export const YearAhead = z.strictObject({ from: Day, to: Day, items: z.array(AskedAhead) }).meta({ id: 'YearAhead' });
export type YearAhead = z.infer<typeof YearAhead>;
