import { z } from 'zod';
import { Day, Instant } from './common.ts';
import { Phase } from './cycle.ts';
import { WheelRun, Window } from './dashboard.ts';

/** Tasks due in a month: what was called off is not counted. `late` are those that are open past their date. */
export const MonthOfTasks = z.strictObject({ due: z.int(), answered: z.int(), late: z.int() }).meta({ id: 'MonthOfTasks' });
export type MonthOfTasks = z.infer<typeof MonthOfTasks>;

const Months = z.array(MonthOfTasks).length(12);

/** A year: its runs as planned and as they went, and what is due in each month of it, by process and by person. */
export const YearCalendar = z
  .strictObject({
    at: Instant,
    today: Day,
    year: Window.extend({ period: z.string() }),
    cycle: z.strictObject({ id: z.string(), status: z.enum(['draft', 'active', 'closed']) }).optional(),
    runs: z.array(WheelRun),
    processes: z.array(z.strictObject({ process: z.string(), title: z.string(), phase: Phase, months: Months })),
    people: z
      .array(z.strictObject({ id: z.string(), name: z.string(), months: Months }))
      .meta({ description: 'Those who are asked most, at most a hundred.' }),
    morePeople: z.int(),
  })
  .meta({ id: 'YearCalendar' });
export type YearCalendar = z.infer<typeof YearCalendar>;
