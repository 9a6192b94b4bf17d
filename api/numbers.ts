import { z } from 'zod';
import { toMs } from '../domain/clock.ts';
import type { Instant } from '../domain/records/common.ts';
import type { Task } from '../domain/records/task.ts';
import { isClosed } from '../domain/rules/task.ts';

const Count = z.int().min(0);

/** Promised against actual, counted. */
export const Numbers = z
  .strictObject({
    asked: Count,
    done: Count,
    onTime: Count,
    late: Count,
    open: Count,
    overdue: Count,
    escalated: Count,
    superseded: Count,
    cancelled: Count,
  })
  .meta({ id: 'Numbers' });
export type Numbers = z.infer<typeof Numbers>;

/** The fields that are counted by. */
export const counted = ['state', 'due', 'closedAt', 'level'] as const;
type Counted = Pick<Task, (typeof counted)[number]>;

const isLate = (task: Counted, now: Instant): boolean => toMs(task.closedAt ?? now) > toMs(task.due);

export function numbersOf(tasks: readonly Counted[], now: Instant): Numbers {
  const count = (which: (task: Counted) => boolean): number => tasks.filter(which).length;
  const done = (task: Counted) => task.state === 'done';
  const open = (task: Counted) => !isClosed(task.state);
  return {
    asked: tasks.length,
    done: count(done),
    onTime: count((task) => done(task) && !isLate(task, now)),
    late: count((task) => done(task) && isLate(task, now)),
    open: count(open),
    overdue: count((task) => open(task) && isLate(task, now)),
    escalated: count((task) => task.level > 0),
    superseded: count((task) => task.state === 'superseded'),
    cancelled: count((task) => task.state === 'cancelled'),
  };
}
