import type { Rhythm } from '../domain/openings.ts';
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

/** The schedules that an organization begins with: one for each cadence that a definition names. */
export const usualSchedules = (): Named[] =>
  definitions.flatMap(({ key, cadence, rhythms = {} }) => [
    ...(cadence === undefined ? [] : [{ id: key, process: key, cadence }]),
    ...Object.entries(rhythms).map(([name, { every, openOn }]) => ({ id: `${key}.${name}`, process: key, cadence: { every, openOn } })),
  ]);
