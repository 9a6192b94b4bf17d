import { DateTime } from 'luxon';
import { makeCalendar } from '../../domain/calendar.ts';
import { exampleSettings } from '../../domain/example/settings.ts';
import { openingOf } from '../../domain/openings.ts';
import { nextPeriod, periodBounds, periodOf } from '../../domain/period.ts';
import type { Day, Instant } from '../../domain/records/common.ts';
import { siteOf } from '../../domain/sites.ts';

/** The quarter that the demo plays: its first working day, its last day, and a working morning more than a week before, when the story begins. */
export type Quarter = { period: string; opening: Day; last: Day; start: Instant };

const daysBefore = 9;

/** The quarter after this one. */
export function quarterAfter(now: Instant): Quarter {
  const period = nextPeriod(periodOf(now.slice(0, 10)));
  const settings = exampleSettings(now);
  const calendar = makeCalendar(siteOf(settings, undefined), settings);
  const { day: opening } = openingOf(calendar, { openOn: { workingDay: 1 } }, period);
  const start = calendar.addWorkingDays(addDays(opening, 1 - daysBefore), -1);
  return { period, opening, last: periodBounds(period).last, start: calendar.startOfDay(start) };
}

/** That many calendar days later, or before. */
export const addDays = (day: Day, days: number): Day => DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
