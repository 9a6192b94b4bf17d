import { DateTime } from 'luxon';
import type { Day } from './records/common.ts';
import { Period } from './records/common.ts';
import type { Every } from './records/schedule.ts';

const isoDay = 'yyyy-MM-dd';

export const monthsOf: Record<Every, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 };

/** How long a period is, by its form: `2027`, `2027-H1`, `2027-Q1`, `2027-01`. Throws RangeError for anything else. */
export function lengthOf(period: string): Every {
  if (!Period.safeParse(period).success) throw new RangeError(`not a period: ${period}`);
  if (period.length === 4) return 'year';
  return period[5] === 'Q' ? 'quarter' : period[5] === 'H' ? 'halfYear' : 'month';
}

function firstOf(period: string): DateTime {
  const months = monthsOf[lengthOf(period)];
  const n = Number(period.slice(5).replace(/\D/, '') || 1);
  return DateTime.utc(Number(period.slice(0, 4)), (n - 1) * months + 1, 1);
}

function nameOf(date: DateTime, every: Every): string {
  const n = Math.ceil(date.month / monthsOf[every]);
  const names = { year: '', halfYear: `-H${n}`, quarter: `-Q${n}`, month: `-${String(n).padStart(2, '0')}` };
  return `${date.year}${names[every]}`;
}

/** First and last day of a period such as `2026-Q4`; throws RangeError for anything else. */
export const periodBounds = (period: string): { first: Day; last: Day } => {
  const first = firstOf(period);
  const last = first.plus({ months: monthsOf[lengthOf(period)] }).minus({ days: 1 });
  return { first: first.toFormat(isoDay), last: last.toFormat(isoDay) };
};

/** The period in which a day lies, a quarter unless said; throws RangeError if it is not a day. */
export function periodOf(day: Day, every: Every = 'quarter'): string {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  if (!date.isValid) throw new RangeError(`not a day: ${day}`);
  return nameOf(date, every);
}

const moved = (period: string, by: 1 | -1): string => {
  const every = lengthOf(period);
  return nameOf(firstOf(period).plus({ months: by * monthsOf[every] }), every);
};

export const nextPeriod = (period: string): string => moved(period, 1);
export const previousPeriod = (period: string): string => moved(period, -1);
