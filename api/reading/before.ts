import type { Instant } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { isClosed } from '../../domain/rules/task.ts';
import type { Store } from '../../models/store.ts';
import { taskDefinitionOf } from '../outcomes.ts';

/** An answer of before that is to be amended: who gave it back, when and why. */
export type Before = { answer: Record<string, unknown>; by: string; at: Instant; reason: string };

/** An answer that came back to the task in which it was given. */
export const cameBack = ({ outcome, returned = 0, state }: Task): Record<string, unknown> | undefined =>
  returned > 0 && !isClosed(state) && state !== 'submitted' ? outcome : undefined;

/** What came back from whoever confirms, or was sent back by a decision after which the process asks anew. */
export async function beforeOf(store: Store, task: Task): Promise<Before | undefined> {
  const answer = cameBack(task);
  if (answer === undefined) return sentBack(store, task);
  const entry = await store.trail.first({ chain: `task/${task.id}`, event: 'returned' }, { sort: { seq: -1 } });
  return entry && { answer, by: entry.actor.person, at: entry.at, reason: task.reason ?? '' };
}

async function sentBack(store: Store, task: Task): Promise<Before | undefined> {
  const { amendedAfter, amends = [task.task] } = taskDefinitionOf(task);
  if (amendedAfter === undefined) return undefined;
  const answered = (await store.tasks.find({ run: task.run, state: 'done' }))
    .filter(({ about, openedAt }) => about === task.about && openedAt < task.openedAt)
    .sort((one, other) => (other.closedAt ?? '').localeCompare(one.closedAt ?? ''));
  const before = answered.find((one) => amends.includes(one.task));
  const since = before?.closedAt ?? '';
  // Of several who were asked side by side, one is enough to send it back.
  const decided = answered.find(
    (one) => one.task in amendedAfter && (one.closedAt ?? '') >= since && one.outcome?.decision === amendedAfter[one.task],
  );
  const { outcome: decision = {}, closedBy, closedAt = '' } = decided ?? {};
  if (before?.outcome === undefined || decided === undefined) return undefined;
  return { answer: before.outcome, by: closedBy?.person ?? '', at: closedAt, reason: String(decision.reason ?? '') };
}
