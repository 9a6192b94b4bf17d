import type { Calendar } from './calendar.ts';
import { toInstant, toMs } from './clock.ts';
import type { DueRule } from './process.ts';
import type { Instant } from './records/common.ts';
import type { RungRule } from './records/settings.ts';

export type Timetable = { due: Instant; rungs: { rule: RungRule; at: Instant }[] };

// Whoever is asked late in a run still gets a fair time to answer.
const leastWorkingDays = 2;

/**
 * What a task promises when it opens, all in the organization's time: the end of the due working day in the assignee's zone, or the due moment where hours
 * count; and each rung of the ladder at the start of its working day, or at its share of the time, in order.
 */
export function makeTimetable(o: {
  due: DueRule;
  ladder: RungRule[];
  runOpenedAt: Instant;
  openedAt: Instant;
  calendar: Calendar;
}): Timetable {
  const due = dueOf(o.due, o.due.from === 'run' ? o.runOpenedAt : o.openedAt, o.openedAt, o.calendar);
  return { due, rungs: rungsAround(o.calendar, o.ladder, due, o.openedAt) };
}

const hourMs = 3_600_000;

function dueOf(rule: DueRule, countedFrom: Instant, openedAt: Instant, calendar: Calendar): Instant {
  if ('hours' in rule) return toInstant(toMs(countedFrom) + rule.hours * hourMs);
  const dueDay =
    'day' in rule ? calendar.addWorkingDays(rule.day, 0) : calendar.addWorkingDays(calendar.dayOf(countedFrom), rule.workingDays);
  return calendar.endOfDay(later(dueDay, calendar.addWorkingDays(calendar.dayOf(openedAt), leastWorkingDays)));
}

type When = Pick<RungRule, 'workingDays' | 'percent'>;

/** The rungs of a ladder around a due moment, for somebody who is asked at `from`, in order. */
export function rungsAround<R extends When>(
  calendar: Calendar,
  ladder: readonly R[],
  due: Instant,
  from: Instant,
): { rule: R; at: Instant }[] {
  const [dueDay, today] = [calendar.dayOf(due), calendar.dayOf(from)];
  const hadMs = Math.max(0, toMs(due) - toMs(from));
  return ladder
    .flatMap((rule) => {
      const { workingDays = 0, percent } = rule;
      if (percent !== undefined) return [{ rule, at: toInstant(toMs(from) + (hadMs * percent) / 100) }];
      const day = calendar.addWorkingDays(dueDay, workingDays);
      // Nobody is reminded on the day on which they are asked.
      return workingDays > 0 || day > today ? [{ rule, at: calendar.startOfDay(day) }] : [];
    })
    .sort((a, b) => toMs(a.at) - toMs(b.at));
}

const later = (a: string, b: string): string => (a > b ? a : b);
