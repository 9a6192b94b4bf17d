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
  const { amendedAfter } = taskDefinitionOf(task);
  if (amendedAfter === undefined || task.attempt === 1) return undefined;
  const answered = (await store.tasks.find({ run: task.run, state: 'done' })).filter(({ about }) => about === task.about);
  const before = answered.find((one) => one.task === task.task && one.attempt === task.attempt - 1);
  const since = before?.closedAt ?? '';
  const [decided] = answered
    .filter((one) => one.task in amendedAfter && (one.closedAt ?? '') >= since)
    .sort((one, other) => (other.closedAt ?? '').localeCompare(one.closedAt ?? ''));
  const { outcome: decision = {}, closedBy, closedAt = '' } = decided ?? {};
  if (before?.outcome === undefined || decided === undefined || decision.decision !== amendedAfter[decided.task]) return undefined;
  return { answer: before.outcome, by: closedBy?.person ?? '', at: closedAt, reason: String(decision.reason ?? '') };
}
