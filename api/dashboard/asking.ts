import type { Calendar } from '../../domain/calendar.ts';
import { toInstant, toMs } from '../../domain/clock.ts';
import { nextPeriod, periodBounds, periodOf, previousPeriod } from '../../domain/period.ts';
import type { Day, Instant, Language } from '../../domain/records/common.ts';
import type { WheelRun } from '../../domain/records/dashboard.ts';
import type { Task } from '../../domain/records/task.ts';
import { upperFirst } from '../../domain/words/numbers.ts';
import { speakerOf } from '../../domain/words/speaker.ts';
import type { Store } from '../../models/store.ts';
import { definitionOf } from '../../workflows/definitions.ts';

/** Of a task, what the dashboard counts by. */
const fields = [
  ...(['run', 'process', 'task', 'about', 'state', 'assignee', 'onBehalfOf', 'confirmer', 'baselineDue', 'due', 'answeredAt'] as const),
  ...(['answer', 'closedAt', 'extensions', 'handOver', 'rungs', 'level', 'undeliverable', 'definition'] as const),
] as const;
export type Asked = Pick<Task, (typeof fields)[number] | 'id'>;

/** One look at everything: what all parts of the dashboard are counted from. */
export type Looking = {
  store: Store;
  calendar: Calendar;
  now: Instant;
  today: Day;
  language: Language;
  /** The year that is drawn, and its first and last instant. */
  year: { period: string; from: Instant; to: Instant };
  /** Tasks promised since the oldest quarter of the trend, and all that are open. */
  tasks: readonly Asked[];
  /** Oldest first; the last one is running. */
  quarters: readonly string[];
};

const shownQuarters = 8;

type At = Pick<Looking, 'calendar' | 'now' | 'language'>;

export async function lookAround(store: Store, { calendar, now, language }: At): Promise<Looking> {
  const today = calendar.dayOf(now);
  const quarters = quartersUntil(periodOf(today));
  const since = calendar.midnight(periodBounds(quarters[0] ?? periodOf(today)).first);
  const tasks = await tasksDue(store, since);
  return { store, calendar, now, today, language, quarters, tasks, year: yearOf(calendar, periodOf(today, 'year')) };
}

/** A look at one year only: at what is due in it and in the quarter behind it, and at all that is open from before. */
export async function lookAtYear(store: Store, { calendar, now, language }: At, period: string): Promise<Looking> {
  const year = yearOf(calendar, period);
  const quarterBehind = nextPeriod(periodOf(periodBounds(period).last));
  const tasks = await tasksDue(store, year.from, calendar.endOfDay(periodBounds(quarterBehind).last));
  return { store, calendar, now, today: calendar.dayOf(now), language, quarters: [], tasks, year };
}

function yearOf(calendar: Calendar, period: string): Looking['year'] {
  const to = toInstant(toMs(calendar.midnight(periodBounds(nextPeriod(period)).first)) - 1);
  return { period, from: calendar.midnight(periodBounds(period).first), to };
}

/** Due since then, and all that is open from before. */
async function tasksDue(store: Store, since: Instant, until?: Instant): Promise<Asked[]> {
  const tasks = await store.tasks.pick({ due: { $gte: since, ...(until !== undefined && { $lte: until }) } }, fields);
  const older = await store.tasks.pick({ state: { $in: ['open', 'inProgress', 'returned', 'submitted'] }, due: { $lt: since } }, fields);
  return [...older, ...tasks];
}

function quartersUntil(last: string): string[] {
  const quarters = [last];
  while (quarters.length < shownQuarters) quarters.unshift(previousPeriod(quarters[0] as string));
  return quarters;
}

/** What is asked, as the subject of its mail says it: "Reassess three risks". A run that has not begun is called what the wheel calls it. */
export function saidOf(
  { language, calendar, now }: Pick<Looking, 'language' | 'calendar' | 'now'>,
  { process, task, about }: Pick<Task, 'process' | 'task' | 'about'>,
  count: number,
  runs: readonly Pick<WheelRun, 'id' | 'title' | 'key'>[] = [],
): string {
  const subject = definitionOf(process)?.tasks[task]?.words.subject;
  if (subject === undefined) return task;
  const planned = about === undefined ? undefined : runs.find(({ id }) => id === about);
  const reference = planned === undefined ? about : `${planned.title} ${planned.key}`;
  return upperFirst(speakerOf({ language, zone: calendar.zone, now }).counted(subject, { count, reference }));
}
