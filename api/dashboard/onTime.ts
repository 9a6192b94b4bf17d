import { periodOf } from '../../domain/period.ts';
import type { QuarterOnTime } from '../../domain/records/dashboard.ts';
import { isOnTime, isOnTimeNow } from '../../models/timeliness.ts';
import type { Asked, Looking } from './asking.ts';

/** Nobody was late with what was called off, or is not due yet. */
const counts = ({ state, baselineDue, closedAt, answeredAt }: Asked, now: string): boolean =>
  state !== 'cancelled' && state !== 'superseded' && state !== 'waived' && (baselineDue < now || (answeredAt ?? closedAt) !== undefined);

const share = (tasks: readonly Asked[], isIt: (task: Asked) => boolean): number | undefined =>
  tasks.length === 0 ? undefined : tasks.filter(isIt).length / tasks.length;

/** Quarter by quarter: what was promised in it, and the share that was answered in time. */
export function onTimeOf({ tasks, quarters, calendar, now }: Looking): QuarterOnTime[] {
  const counted = tasks.filter((task) => counts(task, now));
  return quarters.map((period) => {
    const own = counted.filter(({ baselineDue }) => periodOf(calendar.dayOf(baselineDue)) === period);
    return { period, tasks: own.length, byPromise: share(own, isOnTime), asMoved: share(own, isOnTimeNow) };
  });
}

/** Of the year, by the date that was promised first. */
export function shareOfYear({ tasks, year, now }: Looking): number | undefined {
  return share(
    tasks.filter((task) => counts(task, now) && task.baselineDue >= year.from && task.baselineDue <= year.to),
    isOnTime,
  );
}
