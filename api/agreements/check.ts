import type { Instant } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import type { Detail } from '../../domain/refusal.ts';
import type { Store } from '../../models/store.ts';

/** What in an outcome does not agree with what its definition says that it must: each with its place, in a sentence. `now` is the organization's time. */
export type Check = (store: Store, task: Task, outcome: Record<string, unknown>, now: Instant) => Promise<Detail[]>;

export const problem = (path: string, en: string, de: string): Detail => ({ path: `outcome.${path}`, message: en, de });

export const offTheScale = (scale: string, steps: number): Detail =>
  problem(scale, `The step is off the scale, which has ${steps}.`, `Diese Stufe gibt es nicht; die Skala hat ${steps}.`);
