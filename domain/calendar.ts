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
  /** When work begins on that day. */
  startOfDay(day: Day): Instant;
  /** When work ends on that day: the moment at which something is late. */
  endOfDay(day: Day): Instant;
  dayOf(instant: Instant): Day;
  /** The n-th working day counted from `firstDay`, itself included; n is at least 1. */
  nthWorkingDay(firstDay: Day, n: number): Day;
  holidayName(day: Day): string | undefined;
};

const isoDay = 'yyyy-MM-dd';

function parse(day: Day): DateTime {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  if (!date.isValid || day.length !== 10) throw new RangeError(`not a day: ${day}`);
  return date;
}

const countOf = (n: number, least: number): number => {
  if (!Number.isSafeInteger(n) || n < least) throw new RangeError(`not a number of working days: ${n}`);
  return n;
};

/** The calendar of a site: the organization's working week and hours, public holidays of its country, and its own free days. */
export function makeCalendar(site: Site, settings: Pick<Settings, 'workingDay' | 'workingWeek'>): Calendar {
  const { zone, country, region } = site;
  if (!IANAZone.isValidZone(zone)) throw new RangeError(`not a time zone: ${zone}`);
  const own = new Map(site.holidays.map((holiday) => [holiday.day, holiday.name]));
  const week = new Set(settings.workingWeek);
  const at = (day: Day, time: string): Instant =>
    toInstant(DateTime.fromISO(`${parse(day).toFormat(isoDay)}T${time}`, { zone }).toMillis());

  const holidayName = (day: Day) => own.get(day) ?? (country === undefined ? undefined : publicHoliday({ country, region }, day));
  const works = (date: DateTime) => week.has(date.weekday) && holidayName(date.toFormat(isoDay)) === undefined;

  function addWorkingDays(day: Day, n: number): Day {
    const step = countOf(n, Number.MIN_SAFE_INTEGER) < 0 ? -1 : 1;
    let date = parse(day);
    if (n === 0) while (!works(date)) date = date.plus({ days: 1 });
    for (let left = Math.abs(n); left > 0; left -= works(date) ? 1 : 0) date = date.plus({ days: step });
    return date.toFormat(isoDay);
  }

  function workingDaysUntil(from: Day, to: Day): number {
    const step = to < from ? -1 : 1;
    const end = parse(to);
    let count = 0;
    for (let date = parse(from); date < end || date > end; ) {
      date = date.plus({ days: step });
      if (works(date)) count += step;
    }
    return count;
  }

  return {
    zone,
    isWorkingDay: (day) => works(parse(day)),
    addWorkingDays,
    workingDaysUntil,
    startOfDay: (day) => at(day, settings.workingDay.start),
    endOfDay: (day) => at(day, settings.workingDay.end),
    dayOf: (instant) => DateTime.fromMillis(toMs(instant), { zone }).toFormat(isoDay),
    nthWorkingDay: (firstDay, n) => addWorkingDays(addWorkingDays(firstDay, 0), countOf(n, 1) - 1),
    holidayName,
  };
}
