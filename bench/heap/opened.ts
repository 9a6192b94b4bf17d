import { toInstant, toMs } from '../../domain/clock.ts';
import type { Activities, TaskInput } from '../../workflows/engine/contract.ts';

const day = 86_400_000;
const rungs = ['reminder', 'dueToday', 'duePassed', 'late1', 'late2', 'late3'];

/** A task as the product's worker would open it; typed by the engine's contract, so that it stays one. */
export const openTask: Activities['openTask'] = async ({ id, at, execution }: TaskInput & { at: string; execution: string }) => ({
  ...{ seq: 1, execution },
  facts: {
    ...{ state: 'open', version: 1, assignee: 'per-owner00001', assignment: 1, accountable: `per-${id.slice(-10)}` },
    ...{ answer: 'link', level: 0 },
  },
  wakes: rungs.map((key, n) => ({ key, at: toInstant(toMs(at) + (n + 8) * day), level: Math.max(0, n - 2) })),
});
