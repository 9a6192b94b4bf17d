import { DateTime } from 'luxon';
import type { Calendar } from './calendar.ts';
import { lengthOf, monthsOf, nextPeriod, periodBounds, periodOf } from './period.ts';
import type { Day } from './records/common.ts';
import type { Cadence, Every } from './records/schedule.ts';

/** A cadence, and the longer one at whose beginnings it is silent because that opens instead. */
export type Rhythm = Cadence & { except?: Every | undefined };
export type Opening = { period: string; day: Day };

/** On which day the run of a period opens: that many working days into it. */
export const openingOf = (calendar: Calendar, { openOn }: Pick<Cadence, 'openOn'>, period: string): Opening => ({
  period,
  day: calendar.nthWorkingDay(periodBounds(period).first, openOn.workingDay),
});

/** Whether this rhythm opens a run for the period. */
export function opens({ every, except }: Rhythm, period: string): boolean {
  if (lengthOf(period) !== every) return false;
  const { first } = periodBounds(period);
  return except === undefined || periodBounds(periodOf(first, except)).first !== first;
}

/** The openings from a day on, at most `count` of them and none after `to`; New Year and summer time are nothing special. */
export function openingsFrom(calendar: Calendar, rhythm: Rhythm, from: Day, { count, to }: { count: number; to?: Day }): Opening[] {
  const found: Opening[] = [];
  // A rhythm that excepts another still opens at least once within the longer one.
  const most = count * (monthsOf[rhythm.except ?? rhythm.every] / monthsOf[rhythm.every] + 1) + 2;
  let period = periodOf(from, rhythm.every);
  for (let n = 0; n < most && found.length < count; n += 1, period = nextPeriod(period)) {
    if (to !== undefined && periodBounds(period).first > to) break;
    const opening = openingOf(calendar, rhythm, period);
    if (opens(rhythm, period) && opening.day >= from && (to === undefined || opening.day <= to)) found.push(opening);
  }
  return found;
}

/** English names of the months in which a rhythm opens, as a Temporal schedule wants them. */
export function monthsOfOpening({ every, except }: Rhythm): string[] {
  const silent = except === undefined ? 13 : monthsOf[except];
  const months = Array.from({ length: 12 / monthsOf[every] }, (_, n) => n * monthsOf[every]).filter(
    (month) => month % silent !== 0 || except === undefined,
  );
  return months.map((month) =>
    DateTime.utc(2026, month + 1, 1)
      .setLocale('en')
      .toFormat('MMMM')
      .toUpperCase(),
  );
}
