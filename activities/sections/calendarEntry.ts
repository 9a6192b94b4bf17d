import type { Task } from '../../domain/records/task.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { calendarOf } from '../../domain/sites.ts';
import type { CalendarPart } from '../letters/calendar.ts';
import { askedIn, type Context } from './context.ts';
import type { Group } from './groups.ts';

export type CalendarEntry = Omit<CalendarPart, 'url' | 'now'>;

const announcing = new Set<Group['kind']>(['opened', 'reassigned', 'delegated', 'deputyAsked', 'handedBack', 'returned']);
const announces = ({ kind, letters: [{ facts }] }: Group) =>
  announcing.has(kind) || (kind === 'extensionDecided' && facts.granted === true);
const ending = new Set<Group['kind']>(['outcome', 'confirmed', 'waived', 'taken']);
const ends = ({ kind, letters: [{ facts }] }: Group) => ending.has(kind) && facts.confirming !== true;

/** How often another date was promised to whoever is asked. */
const timesMoved = ({ extensions = [], returned = 0 }: Task): number =>
  returned + extensions.filter(({ state }) => state === 'granted').length;

/** The due date of what is asked in a run, one entry for all of it; withdrawn when nothing of it is left to the reader. */
export async function calendarEntry({ store, settings, reader }: Context, groups: readonly Group[]): Promise<CalendarEntry | undefined> {
  const announced = groups.find(announces);
  const group = announced ?? groups.find(ends);
  const first = group?.tasks[0];
  if (group === undefined || first === undefined) return undefined;
  const asked = await store.tasks.find({ run: group.run.id, task: first.task, assignee: reader.id });
  if (announced === undefined && asked.some((task) => !isClosed(task.state))) return undefined;
  return {
    uid: `${group.run.id}.${first.task}.${reader.id}@fourstroke`,
    ...(announced === undefined
      ? { sequence: timesMoved(first) + 1, method: 'CANCEL' as const }
      : { sequence: timesMoved(first), method: 'PUBLISH' as const }),
    ...{ due: first.due, zone: calendarOf(settings, reader).zone },
    summary: `ISMS: ${askedIn(group.run, first).definition.title[reader.language]}`,
  };
}
