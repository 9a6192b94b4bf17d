import { DateTime } from 'luxon';

/** Days are counted from here; the 1900 system counts a 29 February 1900 that never was, so that earlier days have another origin. */
const origins = { mac: [1904, 1, 1], usual: [1899, 12, 30], beforeMarch1900: [1899, 12, 31] } as const;
const phantomDay = 60;
const afterLastDay = 2_958_466;
const secondsOfDay = 86_400;

/**
 * A day, and a time of day if there is one, from the number that a spreadsheet counts days with: `2026-07-31`, `2026-07-31 13:30:00`.
 * Undefined for a number that is no day.
 */
export function dateOf(serial: number, date1904: boolean): string | undefined {
  const seconds = Math.round(serial * secondsOfDay);
  const days = Math.floor(seconds / secondsOfDay);
  if (!Number.isFinite(serial) || days < 0 || days >= afterLastDay || (days === phantomDay && !date1904)) return undefined;
  const [year, month, day] = origins[date1904 ? 'mac' : days < phantomDay ? 'beforeMarch1900' : 'usual'];
  const at = DateTime.utc(year, month, day).plus({ days, seconds: seconds % secondsOfDay });
  return at.toFormat(seconds % secondsOfDay === 0 ? 'yyyy-MM-dd' : 'yyyy-MM-dd HH:mm:ss');
}
