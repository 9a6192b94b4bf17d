import type { Rung, Task } from '../../domain/records/task.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import type { TaskFacts } from '../../domain/rules/task.ts';
import { recipientsOf } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';
import { textsOf } from '../../models/trail.ts';
import type { ReachedRungs } from './happened.ts';

/** Of the facts of a task, what a step may change; every entry of a step carries them. */
export type After = Pick<TaskFacts, 'state' | 'version' | 'assignee' | 'assignment' | 'level'>;

export const afterOf = ({ state, version, assignee, assignment, level }: After): After => ({ state, version, assignee, assignment, level });

/** How the document of a task changes by one entry of its chain. */
export async function changeBy(store: Store, task: Task, entry: TrailEntry): Promise<Partial<Task>> {
  return { ...(await ofEvent(store, task, entry)), ...afterOf(entry.data as After), seq: entry.seq };
}

async function ofEvent(store: Store, task: Task, entry: TrailEntry): Promise<Partial<Task>> {
  const { data, at: closedAt, actor: closedBy } = entry;
  switch (entry.event) {
    case 'rung':
      return { rungs: reached(task.rungs, data as ReachedRungs, entry.at) };
    case 'completed':
      return { outcome: { ...(data.outcome as object), ...(await textsOf(store, entry)) }, closedAt, closedBy };
    case 'cancelled':
    case 'superseded':
      return { ...(await textsOf(store, entry)), closedAt, closedBy };
    case 'undeliverable':
      // Others whom a letter could not reach are no obstacle to the task.
      return data.person === task.assignee ? { undeliverable: true } : {};
    case 'reassigned':
      return { rungs: await promisedAnew(store, task, String(data.to)), undeliverable: false };
    default:
      return {};
  }
}

function reached(rungs: readonly Rung[], { rungs: now, told }: ReachedRungs, at: string): Rung[] {
  return rungs.map((rung): Rung => {
    const one = now.find(({ key }) => key === rung.key);
    if (one === undefined) return rung;
    if (one.missed) return { ...rung, state: 'missed' };
    return { ...rung, state: 'sent', sentAt: at, ...(rung.letter !== 'none' && { told: told.map(({ person }) => person) }) };
  });
}

/** What is still to come is promised to the new person and theirs. */
const promisedAnew = (store: Store, { rungs, accountable }: Task, assignee: string): Promise<Rung[]> =>
  Promise.all(
    rungs.map(async (rung) => {
      if (rung.state !== 'pending') return rung;
      return { ...rung, told: (await recipientsOf(store, rung.to, { assignee, accountable })).map(({ person }) => person) };
    }),
  );
