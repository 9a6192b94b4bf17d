import { closesBy } from '../../domain/cycle.ts';
import { periodBounds, periodOf } from '../../domain/period.ts';
import type { Language } from '../../domain/records/common.ts';
import type { WheelRun } from '../../domain/records/dashboard.ts';
import type { MonthOfTasks, YearCalendar } from '../../domain/records/yearCalendar.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { definitionOf, titleOfProcess } from '../../workflows/definitions.ts';
import { openingsOf } from '../../workflows/schedules.ts';
import type { Api } from '../deps.ts';
import { peopleById } from '../taskLines.ts';
import { type Asked, type Looking, lookAtYear } from './asking.ts';
import { cycleOf } from './dashboard.ts';
import { type Foreseen, wheelOf } from './wheel.ts';

const mostPeople = 100;

/** A year by months, counted now: the running one unless said. */
export async function yearCalendarOf(api: Api, language: Language, year: string | undefined): Promise<YearCalendar> {
  const { store, clock } = api;
  const calendar = calendarOf(await settingsNow(store), undefined);
  const now = clock.now();
  const looking = await lookAtYear(store, { calendar, now, language }, year ?? periodOf(calendar.dayOf(now), 'year'));
  const { period } = looking.year;
  const { first: from, last: to } = periodBounds(period);
  const cycle = await cycleOf(looking);
  const due = looking.tasks.filter((task) => isCounted(task) && task.due >= looking.year.from && task.due <= looking.year.to);
  const people = monthsBy(looking, due, ({ assignee }) => assignee);
  const named = await peopleById(api, [...people.keys()].slice(0, mostPeople));
  return {
    ...{ at: now, today: looking.today, year: { period, from, to } },
    ...(cycle !== undefined && { cycle: { id: cycle.id, status: cycle.status } }),
    runs: withoutOpened(await wheelOf(looking, cycle, cycle === undefined ? await foreseenIn(looking) : [])),
    processes: [...monthsBy(looking, due, ({ process }) => process)].map(([process, months]) => ({
      ...{ process, title: titleOfProcess(process, language), phase: definitionOf(process)?.phase ?? 'do', months },
    })),
    people: [...people].slice(0, mostPeople).map(([id, months]) => ({ id, name: named.get(id)?.name ?? id, months })),
    morePeople: Math.max(0, people.size - mostPeople),
  };
}

/** Nobody owes what was called off. */
const isCounted = ({ state }: Asked): boolean => state !== 'cancelled' && state !== 'superseded' && state !== 'waived';

/** What a schedule foresees is one run with that which has opened for it. */
function withoutOpened(runs: readonly WheelRun[]): WheelRun[] {
  const opened = new Set(runs.filter(({ run }) => run !== undefined).map(({ process, key }) => `${process} ${key}`));
  return runs.filter(({ run, process, key }) => run !== undefined || !opened.has(`${process} ${key}`));
}

/** What the schedules of today open in the rest of the year, where no plan says it. */
async function foreseenIn({ store, calendar, today, year }: Looking): Promise<Foreseen[]> {
  const openings = openingsOf(await store.schedules.find({}), year.period, calendar);
  return openings
    .filter(({ day }) => day >= today)
    .map(({ schedule, scheduled: { definition, subject }, period, day }) => ({
      ...{ schedule, process: definition.key, key: definition.runKey({ period, ...subject } as never) },
      ...{ from: day, to: closesBy(definition, day, calendar) },
    }));
}

/** Twelve counts for each, the one with most first. */
function monthsBy({ calendar, now }: Looking, tasks: readonly Asked[], by: (task: Asked) => string): Map<string, MonthOfTasks[]> {
  const counted = new Map<string, MonthOfTasks[]>();
  for (const task of tasks) {
    const months = counted.get(by(task)) ?? Array.from({ length: 12 }, () => ({ due: 0, answered: 0, late: 0 }));
    const month = months[Number(calendar.dayOf(task.due).slice(5, 7)) - 1];
    if (month !== undefined) {
      month.due += 1;
      month.answered += task.answeredAt !== undefined || isClosed(task.state) ? 1 : 0;
      month.late += !isClosed(task.state) && task.due < now ? 1 : 0;
    }
    counted.set(by(task), months);
  }
  const sum = (months: readonly MonthOfTasks[]) => months.reduce((all, { due }) => all + due, 0);
  return new Map([...counted].sort(([, a], [, b]) => sum(b) - sum(a)));
}
