import { DateTime } from 'luxon';

/** English as the world writes it, with the day before the month. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

const dayOf = (iso: string, language: string): DateTime =>
  DateTime.fromISO(iso.slice(0, 10), { zone: 'utc' }).setLocale(localeOf(language));

/** `21 Oct`. */
export const dayWithoutYear = (iso: string, language: string): string =>
  dayOf(iso, language).toLocaleString({ day: 'numeric', month: 'short' });

/** `Thu 15 Oct`, with the year where it is not this one. */
export function dayWithWeekday(iso: string, language: string, today: string): string {
  const year = iso.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
  return dayOf(iso, language)
    .toLocaleString({ weekday: 'short', day: 'numeric', month: 'short', ...year })
    .replace(',', '');
}

/** `6 Oct 2026`. */
export const dayWithYear = (iso: string, language: string): string =>
  dayOf(iso, language).toLocaleString({ day: 'numeric', month: 'short', year: 'numeric' });

/** `Wednesday 21 October`. */
export const dayInFull = (iso: string, language: string): string =>
  dayOf(iso, language).toLocaleString({ weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '');

/** `2026-10-21 09:00:12`, in a zone: for lists in which every second counts. */
export const exactTime = (instant: string, zone: string): string => DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');

/** `July`. */
export const monthIn = (iso: string, language: string): string => dayOf(iso, language).toFormat('LLLL');

/** `16:04`, in a zone. */
export const timeIn = (instant: string, zone: string): string => DateTime.fromISO(instant, { zone }).toFormat('HH:mm');

/** The day on which an instant falls in a zone. */
export const dayIn = (instant: string, zone: string): string => DateTime.fromISO(instant, { zone }).toISODate() ?? instant.slice(0, 10);

const ofMonth = (month: string, language: string): DateTime => dayOf(`${month.slice(0, '2027-01'.length)}-01`, language);

/** `January 2027`. */
export const monthName = (month: string, language: string): string => ofMonth(month, language).toFormat('LLLL yyyy');

/** `J`. */
export const monthLetter = (month: string, language: string): string => ofMonth(month, language).toFormat('LLLLL');
