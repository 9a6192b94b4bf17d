import { DateTime, IANAZone } from 'luxon';
import { toInstant, toMs } from './clock.ts';
import { publicHoliday } from './holidays.ts';
import type { Day, Instant } from './records/common.ts';
import type { Settings, Site } from './records/settings.ts';

/** Working days and times of one site. Days are calendar days in its zone. */
export type Calendar = {
  zone: string;
  isWorkingDay(day: Day): boolean;
  /** The n-th working day after `day` (before it, when negative); 0 is the day itself or, if it is free, the next working day. */
  addWorkingDays(day: Day, n: number): Day;
  /** Working days after `from` up to and including `to`; negative, with the same rule, when `to` is before `from`. */
  workingDaysUntil(from: Day, to: Day): number;
  /** When the day begins by the clock. */
  midnight(day: Day): Instant;
  /** When work begins on that day. */
  startOfDay(day: Day): Instant;
  /** When work ends on that day: the moment at which something is late. */
  endOfDay(day: Day): Instant;
  dayOf(instant: Instant): Day;
  /** The n-th working day counted from `firstDay`, itself included; n is at least 1. */
  nthWorkingDay(firstDay: Day, n: number): Day;
  holidayName(day: Day): string | undefined;
};

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Days since 1970 of a calendar day, so that counting days is counting. */
function parse(day: Day): number {
  const date = Date.parse(`${day}T00:00:00.000Z`) / dayMs;
  if (Number.isNaN(date) || dayAt(date) !== day) throw new RangeError(`not a day: ${day}`);
  return date;
}

const dayAt = (date: number): Day => toInstant(date * dayMs).slice(0, 10);

/** Monday is 1, Sunday 7; the first of January 1970 was a Thursday. */
const weekdayOf = (date: number): number => ((((date + 3) % 7) + 7) % 7) + 1;

const countOf = (n: number, least: number): number => {
  if (!Number.isSafeInteger(n) || n < least) throw new RangeError(`not a number of working days: ${n}`);
  return n;
};

/** The calendar of a site: the organization's working week and hours, public holidays of its country, and its own free days. */
export function makeCalendar(site: Site, settings: Pick<Settings, 'workingDay' | 'workingWeek'>): Calendar {
  const { zone, country, region } = site;
  const clock = IANAZone.create(zone);
  if (!clock.isValid) throw new RangeError(`not a time zone: ${zone}`);
  const own = new Map(site.holidays.map((holiday) => [holiday.day, holiday.name]));
  const week = new Set(settings.workingWeek);
  const at = (day: Day, time: string): Instant => toInstant(DateTime.fromISO(`${dayAt(parse(day))}T${time}`, { zone }).toMillis());

  const holidayName = (day: Day) => own.get(day) ?? (country === undefined ? undefined : publicHoliday({ country, region }, day));
  const works = (date: number) => week.has(weekdayOf(date)) && holidayName(dayAt(date)) === undefined;

  function addWorkingDays(day: Day, n: number): Day {
    const step = countOf(n, Number.MIN_SAFE_INTEGER) < 0 ? -1 : 1;
    let date = parse(day);
    if (n === 0) while (!works(date)) date += 1;
    for (let left = Math.abs(n); left > 0; left -= works(date) ? 1 : 0) date += step;
    return dayAt(date);
  }

  function workingDaysUntil(from: Day, to: Day): number {
    const step = to < from ? -1 : 1;
    const end = parse(to);
    let count = 0;
    for (let date = parse(from); date !== end; ) {
      date += step;
      if (works(date)) count += step;
    }
    return count;
  }

  return {
    zone,
    isWorkingDay: (day) => works(parse(day)),
    addWorkingDays,
    workingDaysUntil,
    midnight: (day) => at(day, '00:00'),
    startOfDay: (day) => at(day, settings.workingDay.start),
    endOfDay: (day) => at(day, settings.workingDay.end),
    dayOf: (instant) => dayAt((toMs(instant) + clock.offset(toMs(instant)) * minuteMs) / dayMs),
    nthWorkingDay: (firstDay, n) => addWorkingDays(addWorkingDays(firstDay, 0), countOf(n, 1) - 1),
    holidayName,
  };
}
