import type { Instant } from '../domain/records/common.ts';
import type { Task } from '../domain/records/task.ts';
import type { Store } from './store.ts';

const fields = ['process', 'baselineDue', 'due', 'answeredAt', 'closedAt', 'state', 'extensions', 'rungs'] as const;
export type AskedTask = Pick<Task, (typeof fields)[number]>;

/**
 * Tasks whose first promised date lies in the span, both ends included; what was called off was nobody's to answer. A date only ever moves later, so the
 * index of `due` finds them.
 */
export async function tasksPromised(store: Store, from: Instant, to: Instant): Promise<AskedTask[]> {
  const found = await store.tasks.pick({ due: { $gte: from } }, fields);
  return found.filter(
    ({ baselineDue, state }) => baselineDue >= from && baselineDue <= to && state !== 'cancelled' && state !== 'superseded',
  );
}

const answered = ({ answeredAt, closedAt }: AskedTask): string | undefined => answeredAt ?? closedAt;

/** By the date that was promised first, whatever was granted later. */
export const isOnTime = (task: AskedTask): boolean => (answered(task) ?? '~') <= task.baselineDue;
export const isOnTimeNow = (task: AskedTask): boolean => (answered(task) ?? '~') <= task.due;
/** Nobody has answered yet, and nobody had to. */
export const isAhead = (task: AskedTask, at: Instant): boolean => answered(task) === undefined && task.baselineDue >= at;

export const extensionsGranted = (tasks: readonly AskedTask[]): number =>
  tasks.flatMap(({ extensions = [] }) => extensions).filter(({ state }) => state === 'granted').length;

const isPast = ({ state }: AskedTask['rungs'][number]): boolean => state === 'sent' || state === 'missed';

export const cameToLevel = (tasks: readonly AskedTask[], level: number): number =>
  tasks.filter(({ rungs }) => rungs.some((rung) => rung.level === level && isPast(rung))).length;

export const wereReminded = (tasks: readonly AskedTask[]): number =>
  tasks.filter(({ rungs }) => rungs.some(({ letter, state }) => (letter === 'reminder' || letter === 'dueToday') && state === 'sent'))
    .length;
