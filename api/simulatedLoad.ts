import type { Calendar } from '../domain/calendar.ts';
import { groupedBy } from '../domain/groupedBy.ts';
import type { Day } from '../domain/records/common.ts';
import type { PreviewedTask } from './preview.ts';

/** What a year asks of one person; `months` are the tasks that open in each. */
export type Load = { person: string; name: string; tasks: number; mails: number; months: number[] };

type Names = ReadonlyMap<string, string>;

/** The load of everybody who is asked, most first. What falls on one day is one mail. */
export function loadOf(asked: readonly PreviewedTask[], names: Names, calendar: Calendar): Load[] {
  const loads = [...groupedBy(asked, ({ assignee }) => assignee)].map(([person, tasks]) => ({
    ...{ person, name: names.get(person) ?? person, tasks: tasks.length },
    mails: new Set(tasks.flatMap((task) => mailDays(task, calendar))).size,
    months: Array.from(
      { length: 12 },
      (_, n) => tasks.filter(({ opensAt }) => Number(calendar.dayOf(opensAt).slice(5, 7)) === n + 1).length,
    ),
  }));
  return loads.sort((a, b) => b.tasks - a.tasks || a.name.localeCompare(b.name));
}

/** The day it is asked, and each reminder up to the due date. */
const mailDays = ({ opensAt, rungs, assignee }: PreviewedTask, { dayOf }: Calendar): Day[] => [
  dayOf(opensAt),
  ...rungs.filter(({ level, told }) => level === 0 && told.includes(assignee)).map(({ at }) => dayOf(at)),
];

/** Days on which somebody has more than `limit` tasks open at once, from the first such day of each stretch. */
export function busyDays(asked: readonly PreviewedTask[], names: Names, calendar: Calendar, limit: number) {
  return [...groupedBy(asked, ({ assignee }) => assignee)]
    .flatMap(([person, tasks]) =>
      peaksOf(tasks, calendar)
        .filter(({ open }) => open > limit)
        .map((peak) => ({ ...peak, person, name: names.get(person) ?? person })),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : b.open - a.open));
}

/** How many are open after each day on which something opens. */
function peaksOf(tasks: readonly PreviewedTask[], { dayOf }: Calendar): { day: Day; open: number }[] {
  const spans = tasks.map(({ opensAt, due }) => ({ from: dayOf(opensAt), to: dayOf(due) }));
  const days = [...new Set(spans.map(({ from }) => from))].sort();
  return days.map((day) => ({ day, open: spans.filter(({ from, to }) => from <= day && day <= to).length }));
}
