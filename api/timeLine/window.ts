import { toInstant } from '../../domain/clock.ts';
import { periodOf } from '../../domain/period.ts';
import type { Day } from '../../domain/records/common.ts';
import type { Person } from '../../domain/records/person.ts';
import type { SiteDays, TimeLine, TimeLineRow } from '../../domain/records/timeLine.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { calendarOf, siteOf } from '../../domain/sites.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import { endOf, type Group } from './groups.ts';
import type { Looking } from './looking.ts';

/** When the run closes as planned in the plan of its year; where nobody planned it, on the last date that was first promised in it. */
export async function promisedToOf({ store, run, calendar }: Looking, groups: readonly Group[]): Promise<Day> {
  const [cycle] = await store.cycles.find(
    { period: periodOf(calendar.dayOf(run.openedAt), 'year'), status: { $in: ['active', 'closed'] } },
    { sort: { updatedAt: -1 } },
  );
  const planned = cycle && (await store.plannedRuns.first({ cycle: cycle.id, process: run.process, key: run.key }));
  const opened = calendar.dayOf(run.openedAt);
  return planned?.closesBy ?? lastOf([opened, ...groups.map(({ first }) => calendar.dayOf(first.baselineDue))]);
}

const lastOf = (days: readonly Day[]): Day => days.reduce((last, day) => (day > last ? day : last));

/** From the opening of the run to the last that is promised in it, has happened, or comes by a ladder. */
export function windowOf(looking: Looking, groups: readonly Group[], promisedTo: Day, planned: readonly TimeLineRow[]): TimeLine['window'] {
  const { run, calendar, today } = looking;
  const from = calendar.dayOf(run.openedAt);
  const ends = groups.flatMap(({ first }) => [first.due, endOf(first) ?? []].flat());
  const days = [...ends, ...planned.map(({ due }) => due)].map((instant) => calendar.dayOf(instant));
  const until = run.closedAt === undefined ? today : calendar.dayOf(run.closedAt);
  return { from, to: lastOf([from, promisedTo, until, ...days, ...lastRungs(looking, groups)]) };
}

/** The days of the last rungs of what is open; like dates are asked for once. */
function lastRungs({ run, settings, calendar }: Looking, groups: readonly Group[]): Day[] {
  const definition = definitionOf(run.process);
  const daysOf = (task: string): number => {
    const ladder = settings.ladders.find(({ name }) => name === definition?.tasks[task]?.ladder);
    return Math.max(0, ...(ladder?.rungs ?? []).map(({ workingDays = 0 }) => workingDays));
  };
  const open = groups.filter(({ first }) => run.status === 'open' && !isClosed(first.state));
  const asked = new Map(open.map(({ first: { task, due } }) => [`${task} ${due}`, { task, day: calendar.dayOf(due) }]));
  return [...asked.values()].map(({ task, day }) => calendar.addWorkingDays(day, daysOf(task)));
}

/** The sites of these people, each with the days on which nobody works there; days without a name that follow each other are one span. */
export function sitesOf({ settings }: Looking, people: Iterable<Person>, { from, to }: TimeLine['window']): SiteDays[] {
  const sites = new Map([...people].map((person) => [siteOf(settings, person).id, person]));
  return [...sites.values()].map((person) => {
    const { id, name } = siteOf(settings, person);
    const calendar = calendarOf(settings, person);
    const free: SiteDays['free'] = [];
    for (let day = from; day <= to; day = dayAfter(day)) {
      if (calendar.isWorkingDay(day)) continue;
      const holiday = calendar.holidayName(day);
      const last = free.at(-1);
      if (holiday === undefined && last !== undefined && last.name === undefined && dayAfter(last.to) === day) last.to = day;
      else free.push({ from: day, to: day, ...(holiday !== undefined && { name: holiday }) });
    }
    return { id, name, zone: calendar.zone, free };
  });
}

const dayMs = 86_400_000;
const dayAfter = (day: Day): Day => toInstant(Date.parse(`${day}T00:00:00.000Z`) + dayMs).slice(0, 10);
