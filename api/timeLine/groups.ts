import type { Calendar } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { RowStanding } from '../../domain/records/timeLine.ts';
import { isClosed } from '../../domain/rules/task.ts';

/** Of each task of a run, however many there are, what rows are made by. */
export const seenFields = [
  ...(['task', 'about', 'state', 'assignee', 'onBehalfOf', 'confirmer', 'openedAt', 'baselineDue', 'due', 'level'] as const),
  ...(['answeredAt', 'closedAt', 'undeliverable'] as const),
] as const;
export type Seen = Pick<Task, (typeof seenFields)[number] | 'id'>;

/** Tasks of one kind and person that went the same way. */
export type Group = { first: Seen; tasks: readonly Seen[]; standing: RowStanding };

type At = { calendar: Calendar; now: Instant };

const soonInDays = 2;

/** An answer counts from the day on which it was given, whoever confirmed it later. */
export function endOf({ state, answeredAt, closedAt }: Pick<Seen, 'state' | 'answeredAt' | 'closedAt'>): Instant | undefined {
  return state === 'done' ? (answeredAt ?? closedAt) : closedAt;
}

function standingOf(task: Seen, { calendar, now }: At): RowStanding {
  const { state, due, level } = task;
  if (state === 'waived' || state === 'superseded' || state === 'cancelled') return state;
  if (isClosed(state)) return (endOf(task) ?? now) > due ? 'doneLate' : 'done';
  if (level >= 2) return 'escalated';
  if (due < now) return 'late';
  return calendar.workingDaysUntil(calendar.dayOf(now), calendar.dayOf(due)) <= soonInDays ? 'soon' : 'onTime';
}

/** The most urgent first, then by due date. */
export function groupsOf(tasks: readonly Seen[], at: At): Group[] {
  const groups = new Map<string, { standing: RowStanding; tasks: Seen[] }>();
  const dayOf = (instant: Instant | undefined) => (instant === undefined ? '' : at.calendar.dayOf(instant));
  for (const task of tasks) {
    const standing = standingOf(task, at);
    const way = [standing, task.level, dayOf(task.openedAt), task.baselineDue, task.due, dayOf(endOf(task)), task.undeliverable];
    const asked = [task.task, task.assignee, task.onBehalfOf, ...(task.state === 'submitted' ? [task.confirmer] : [])];
    const key = JSON.stringify([asked, way]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { standing, tasks: [task] });
    else group.tasks.push(task);
  }
  return [...groups.values()].map(inOrder).sort((a, b) => (isBefore(placeOf(a), placeOf(b)) ? -1 : 1));
}

function inOrder({ standing, tasks }: { standing: RowStanding; tasks: Seen[] }): Group {
  const sorted = [...tasks].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { standing, tasks: sorted, first: sorted[0] as Seen };
}

/** Where a row stands among the others: a page goes on behind the place where the one before ended, whatever has moved meanwhile. */
export type Place = readonly [rank: number, due: string, id: string];

export const placeOf = ({ standing, first }: Group): Place => [RowStanding.options.indexOf(standing), first.due, first.id];

export function isBefore([rank, due, id]: Place, [otherRank, otherDue, otherId]: Place): boolean {
  if (rank !== otherRank) return rank < otherRank;
  return due === otherDue ? id < otherId : due < otherDue;
}
