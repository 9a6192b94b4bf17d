import { DateTime } from 'luxon';
import type { SiteDays, TimeLine } from '../../../../../domain/records/timeLine.ts';
import { daysFrom } from '../../../wheel/days.ts';

const hoursOfDay = 24;
const minutesOfHour = 60;

/** Where days and instants lie on a line, in percent of its width. */
export type Scale = {
  days: number;
  /** The middle of what is drawn at an instant, by the clock of a zone. */
  at(instant: string, zone: string): number;
  /** The edges of the day on which an instant falls. */
  startOf(instant: string, zone: string): number;
  endOf(instant: string, zone: string): number;
  ofDay(day: string): number;
  behindDay(day: string): number;
};

export function scaleOf({ from, to }: TimeLine['window']): Scale {
  const days = daysFrom(from, to) + 1;
  const percent = (day: number) => Math.round((Math.min(Math.max(day, 0), days) / days) * 10_000) / 100;
  const dayOf = (instant: string, zone: string) => {
    const at = DateTime.fromISO(instant, { zone });
    return { day: daysFrom(from, at.toISODate() ?? from), part: (at.hour + at.minute / minutesOfHour) / hoursOfDay };
  };
  return {
    days,
    at: (instant, zone) => {
      const { day, part } = dayOf(instant, zone);
      return percent(day + part);
    },
    startOf: (instant, zone) => percent(dayOf(instant, zone).day),
    endOf: (instant, zone) => percent(dayOf(instant, zone).day + 1),
    ofDay: (day) => percent(daysFrom(from, day)),
    behindDay: (day) => percent(daysFrom(from, day) + 1),
  };
}

/** More than a quarter is too dense for weekends. */
const mostDaysWithWeekends = 100;

/** The free days of a site as one path on a line that is as many units wide as it has days, and one high. */
export function freeOf(scale: Scale, { from }: TimeLine['window'], { free }: SiteDays): string {
  const shown = scale.days > mostDaysWithWeekends ? free.filter(({ name }) => name !== undefined) : free;
  return shown
    .map((span) => `M${daysFrom(from, span.from)} 0h${daysFrom(span.from, span.to) + 1}v1h-${daysFrom(span.from, span.to) + 1}z`)
    .join('');
}

type Tick = { day: string; at: number };

const mostDaysWithWeeks = 45;
const fewestPercentApart = 7;

/** Mondays of a short run, else the first days of months; none where another word stands, or behind the edge. */
export function ticksOf(scale: Scale, { from, to }: TimeLine['window'], today: string): Tick[] {
  const begin = DateTime.fromISO(from, { zone: 'utc' });
  const isShort = scale.days <= mostDaysWithWeeks;
  const days: string[] = [from];
  for (
    let day = begin.startOf(isShort ? 'week' : 'month');
    (day.toISODate() ?? '') <= to;
    day = day.plus(isShort ? { weeks: 1 } : { months: 1 })
  )
    if (day > begin) days.push(day.toISODate() ?? from);
  const now = scale.ofDay(today);
  const ticks = days.map((day) => ({ day, at: scale.ofDay(day) }));
  return ticks.filter(
    ({ at }, n) => at < 100 - fewestPercentApart && Math.abs(at - now) > fewestPercentApart && (n === 0 || at > fewestPercentApart),
  );
}
