import type { Calendar } from '../domain/calendar.ts';
import { type Opening, openingsFrom, type Rhythm } from '../domain/openings.ts';
import type { Finder, ProcessDefinition } from '../domain/process.ts';
import type { Schedule } from '../domain/records/schedule.ts';
import { definitionOf, definitions } from './definitions.ts';

/** What a schedule record opens. */
export type Scheduled = {
  definition: ProcessDefinition;
  rhythm: Rhythm;
  /** What its runs are about, beside the period. */
  subject: Record<string, unknown>;
  /** The read that finds something to ask, where it opens for nothing else. */
  when?: Finder;
};

type Named = Pick<Schedule, 'id' | 'process' | 'cadence'>;

/**
 * What a schedule record opens; undefined when the process or its rhythm is not there any more. A second rhythm is silent where the process itself
 * opens by `main`, the schedule of its cadence.
 */
export function scheduledBy({ id, process, cadence }: Named, main: Named | undefined): Scheduled | undefined {
  const definition = definitionOf(process);
  const [, name] = id.split('.');
  if (definition === undefined) return undefined;
  const { opensFor: when } = definition;
  if (name === undefined) return { definition, rhythm: cadence, subject: {}, ...(when !== undefined && { when }) };
  const own = definition.rhythms?.[name];
  return own && { definition, rhythm: { ...cadence, except: main?.cadence.every }, subject: own.subject, when: own.when };
}

export type DueOpening = Opening & { schedule: string; scheduled: Scheduled };

/** What these schedules open in a calendar year, in the order of days; one that is paused opens nothing. */
export function openingsOf(schedules: readonly Schedule[], year: string, calendar: Calendar): DueOpening[] {
  const due = schedules
    .filter(({ paused }) => !paused)
    .flatMap((schedule) => {
      const main = schedules.find(({ id }) => id === schedule.process);
      const scheduled = scheduledBy(schedule, main);
      if (scheduled === undefined) return [];
      const openings = openingsFrom(calendar, scheduled.rhythm, `${year}-01-01`, { count: 60, to: `${year}-12-31` });
      return openings.map((opening) => ({ ...opening, schedule: schedule.id, scheduled }));
    });
  return due.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The schedules that an organization begins with: one for each cadence that a definition names. */
export const usualSchedules = (): Named[] =>
  definitions.flatMap(({ key, cadence, rhythms = {} }) => [
    ...(cadence === undefined ? [] : [{ id: key, process: key, cadence }]),
    ...Object.entries(rhythms).map(([name, { every, openOn }]) => ({ id: `${key}.${name}`, process: key, cadence: { every, openOn } })),
  ]);
