import type { Task } from '../../domain/records/task.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import type { Deps } from '../deps.ts';
import type { Post } from '../post.ts';
import { changeBy } from './changes.ts';
import { lettersBy } from './letters.ts';
import { proposeNonconformity } from './nonconformity.ts';

export const chainOfTask = (id: string): string => `task/${id}`;

type Carrying = Pick<Deps, 'store' | 'client' | 'clock'>;

/**
 * Everything that follows from one entry of a task's chain: register, projection, letters and nudges, in this order and each idempotent, so that
 * it may be begun again after a crash at any point, by whoever comes next. `seq` guards the projection: an older entry never overwrites a newer one.
 */
export async function carryOut(deps: Carrying, post: Post, task: Task, entry: TrailEntry): Promise<void> {
  const { store } = deps;
  await proposeNonconformity(deps, task, entry);
  if (entry.event !== 'opened') await store.tasks.set(task.id, await changeBy(store, task, entry), { seq: { $lt: entry.seq } });
  await post.put(lettersBy(task, entry));
}

/** Carries out what an earlier execution had recorded last, and may have died in the middle of. Returns the task as it is then. */
export async function catchUp(deps: Carrying, post: Post, task: Task): Promise<Task> {
  const { store } = deps;
  const entries = await store.trail.find({ chain: chainOfTask(task.id), seq: { $gte: task.seq } }, { sort: { seq: 1 } });
  let now = task;
  for (const entry of entries) {
    await carryOut(deps, post, now, entry);
    now = (await store.tasks.get(task.id)) ?? now;
  }
  return now;
}
