import type { Calendar } from './calendar.ts';
import { toMs } from './clock.ts';
import type { DueRule } from './process.ts';
import type { Day, Instant } from './records/common.ts';
import type { RungRule } from './records/settings.ts';

export type Timetable = { due: Instant; rungs: { rule: RungRule; at: Instant }[] };

// Whoever is asked late in a run still gets a fair time to answer.
const leastWorkingDays = 2;

/**
 * What a task promises when it opens, all in the organization's time: the end of the due working day in the assignee's zone,
 * and each rung of the ladder at the start of its working day, in order.
 */
export function makeTimetable(o: {
  due: DueRule;
  ladder: RungRule[];
  runOpenedAt: Instant;
  openedAt: Instant;
  calendar: Calendar;
}): Timetable {
  const { calendar } = o;
  const openedOn = calendar.dayOf(o.openedAt);
  const countedFrom = o.due.from === 'run' ? calendar.dayOf(o.runOpenedAt) : openedOn;
  const dueDay = later(calendar.addWorkingDays(countedFrom, o.due.workingDays), calendar.addWorkingDays(openedOn, leastWorkingDays));
  return { due: calendar.endOfDay(dueDay), rungs: rungsAround(calendar, o.ladder, dueDay, openedOn) };
}

/** The rungs of a ladder around a due day, each at the start of its working day, in order. */
export function rungsAround<R extends { workingDays: number }>(
  calendar: Calendar,
  ladder: readonly R[],
  dueDay: Day,
  today: Day,
): { rule: R; at: Instant }[] {
  return (
    ladder
      .map((rule) => ({ rule, day: calendar.addWorkingDays(dueDay, rule.workingDays) }))
      // Nobody is reminded on the day on which they are asked.
      .filter(({ rule, day }) => rule.workingDays > 0 || day > today)
      .map(({ rule, day }) => ({ rule, at: calendar.startOfDay(day) }))
      .sort((a, b) => toMs(a.at) - toMs(b.at))
  );
}

const later = (a: string, b: string): string => (a > b ? a : b);
