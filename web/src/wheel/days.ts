import { DateTime } from 'luxon';

const dayOf = (iso: string): DateTime => DateTime.fromISO(iso, { zone: 'utc' });

/** Days from the first of the year to this one; both are ISO days. */
export const daysFrom = (first: string, day: string): number => Math.round(dayOf(day).diff(dayOf(first), 'days').days);

export type Month = { first: number; last: number; name: string; letter: string };

/** The months of a year that may begin in any of them, in days from its first. */
export function monthsOf(first: string, last: string, language: string): Month[] {
  const months: Month[] = [];
  for (let month = dayOf(first).startOf('month'); month <= dayOf(last); month = month.plus({ months: 1 })) {
    const name = month.setLocale(language).toLocaleString({ month: 'short' });
    const end = month.plus({ months: 1 }).toISODate() ?? last;
    months.push({ first: daysFrom(first, month.toISODate() ?? first), last: daysFrom(first, end), name, letter: name.slice(0, 1) });
  }
  return months;
}
