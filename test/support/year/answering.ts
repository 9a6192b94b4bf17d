import type { z } from 'zod';
import { toInstant, toMs } from '../../../domain/clock.ts';
import type { Day } from '../../../domain/records/common.ts';
import type { Task } from '../../../domain/records/task.ts';
import type { Store } from '../../../models/store.ts';

/** What somebody is asked, what they may look up, and what day it is. `again`: what they said last did not agree with what there is. */
export type Asked = { task: Task; store: Store; today: Day; again: boolean };

export type Answering<O = unknown> = (asked: Asked) => O | Promise<O>;

type Definition = { tasks: Record<string, { outcome: z.ZodType }> };

/** An answer to everything that a process asks, in the shape that its definition wants. */
export type AnswersTo<D extends Definition> = { [T in keyof D['tasks']]: Answering<z.input<D['tasks'][T]['outcome']>> };

export const daysOn = (day: Day, days: number): Day => toInstant(toMs(`${day}T12:00:00.000Z`) + days * 86_400_000).slice(0, 10);

/** The year of a run whose key it is. */
export const yearOf = ({ run }: Task): number => Number(run.slice(-4));

export function there<T>(found: T | undefined, { id, about }: Task): T {
  if (found === undefined) throw new Error(`${id} is about ${about}, which is nowhere`);
  return found;
}

export const approved = { decision: 'approve', reason: 'It is whole, and it can be done.' } as const;
