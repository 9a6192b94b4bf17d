import { isClosed } from '../../domain/rules/task.ts';
import { calendarOf } from '../../domain/sites.ts';
import type { CalendarPart } from '../letters/calendar.ts';
import { askedIn, type Context } from './context.ts';
import type { Group } from './groups.ts';

export type CalendarEntry = Omit<CalendarPart, 'url' | 'now'>;

const announces = (group: Group) => group.kind === 'opened' || group.kind === 'reassigned';
const ends = (group: Group) => group.kind === 'outcome' || group.kind === 'taken';

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
    ...(announced === undefined ? { sequence: 1, method: 'CANCEL' as const } : { sequence: 0, method: 'PUBLISH' as const }),
    ...{ due: first.due, zone: calendarOf(settings, reader).zone },
    summary: `ISMS: ${askedIn(group.run, first).definition.title[reader.language]}`,
  };
}
