import { DateTime } from 'luxon';
import type { Instant } from '../domain/records/common.ts';
import type { TaskState } from '../domain/rules/taskShape.ts';

/** `1 risk`, `3 risks`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** `Thu 15 Oct 2026` in that zone. */
export const dayIn = (zone: string, at: Instant): string => DateTime.fromISO(at, { zone }).setLocale('en-GB').toFormat('ccc d LLL yyyy');

/** `2026-10-15 08:02 UTC`, where no zone of a person is at hand. */
export const minute = (at: Instant): string => DateTime.fromISO(at, { zone: 'utc' }).toFormat("yyyy-MM-dd HH:mm 'UTC'");

type Standing = {
  state: TaskState;
  zone: string;
  workingDaysLeft: number;
  level: number;
  undeliverable: boolean;
  closedAt?: Instant | undefined;
};

const ended: Partial<Record<TaskState, string>> = { done: 'Done', cancelled: 'Cancelled', waived: 'Waived', superseded: 'Superseded' };

/** How a task stands, as one reads it in a list: `Done Mon 19 Oct 2026, 2 working days late`. */
export function standing({ state, zone, workingDaysLeft: left, level, undeliverable, closedAt }: Standing): string {
  const word = ended[state];
  const day = word === undefined || closedAt === undefined ? '' : ` ${dayIn(zone, closedAt)}`;
  if (word !== undefined) return `${word}${day}${state === 'done' && left < 0 ? `, ${counted(-left, 'working day')} late` : ''}`;
  return [open(left), level > 0 ? `escalated, level ${level}` : '', undeliverable ? 'mail refused' : '']
    .filter((part) => part !== '')
    .join(', ');
}

function open(left: number): string {
  if (left < 0) return `Late, ${counted(-left, 'working day')}`;
  return left === 0 ? 'Due today' : `${counted(left, 'working day')} left`;
}
