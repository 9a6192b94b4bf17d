import { DateTime } from 'luxon';
import type { Day } from './records/common.ts';
import { Period } from './records/common.ts';

const isoDay = 'yyyy-MM-dd';

function firstOf(period: string): DateTime {
  if (!Period.safeParse(period).success) throw new RangeError(`not a period: ${period}`);
  return DateTime.utc(Number(period.slice(0, 4)), Number(period.slice(6)) * 3 - 2, 1);
}

const nameOf = (date: DateTime): string => `${date.year}-Q${date.quarter}`;

/** First and last day of a quarter such as `2026-Q4`; throws RangeError for anything else. */
export const periodBounds = (period: string): { first: Day; last: Day } => {
  const first = firstOf(period);
  return { first: first.toFormat(isoDay), last: first.endOf('quarter').toFormat(isoDay) };
};

/** The quarter in which a day lies; throws RangeError if it is not a day. */
export function periodOf(day: Day): string {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  if (!date.isValid) throw new RangeError(`not a day: ${day}`);
  return nameOf(date);
}

export const nextPeriod = (period: string): string => nameOf(firstOf(period).plus({ quarters: 1 }));
export const previousPeriod = (period: string): string => nameOf(firstOf(period).minus({ quarters: 1 }));
