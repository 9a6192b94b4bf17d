import { ScheduleAlreadyRunning, type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';
import type { Clock } from '../../domain/clock.ts';
import { monthsOfOpening, type Rhythm } from '../../domain/openings.ts';
import { engine } from '../../domain/records/common.ts';
import type { Schedule } from '../../domain/records/schedule.ts';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { changeRecord } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';
import type { SchedulerActivities } from '../../workflows/engine/contract.ts';
import { scheduledBy, usualSchedules } from '../../workflows/schedules.ts';
import type { Deps } from '../deps.ts';
import { taskQueue } from '../startOnce.ts';

const dayMs = 86_400_000;
/** However fast time runs, a schedule fires no more often than this. */
const leastIntervalMs = 2_000;

type Wanted = Pick<ScheduleOptions, 'spec' | 'policies' | 'action'> & { state: { paused: boolean; note?: string } };

/** Brings Temporal's schedules to what the records say; records that are missing are made from the definitions. */
export const createApplySchedules = (deps: Deps): SchedulerActivities => ({
  async applySchedules() {
    await beginUsual(deps);
    const { zone } = calendarOf(await settingsNow(deps.store), undefined);
    const schedules = await deps.store.schedules.find({});
    for (const schedule of schedules) {
      const main = schedules.find(({ id }) => id === schedule.process);
      await apply(deps, schedule, specOf(deps.clock, scheduledBy(schedule, main)?.rhythm, zone));
    }
  },
});

async function beginUsual({ store, clock }: Pick<Deps, 'store' | 'clock'>): Promise<void> {
  const at = clock.now();
  const since = calendarOf(await settingsNow(store), undefined).dayOf(at);
  for (const { id, ...set } of usualSchedules())
    if ((await store.schedules.get(id)) === undefined) await begin(store, id, { ...set, since, paused: false, waived: [] }, at);
}

const begin = (store: Store, id: string, set: Partial<Schedule>, at: string) =>
  changeRecord(store, { register: 'schedules', id, set, at, actor: engine, event: 'created', key: 'usual' });

async function apply({ client }: Deps, schedule: Schedule, spec: Wanted['spec']): Promise<void> {
  const scheduleId = schedule.id;
  const wanted = wantedOf(schedule, spec);
  try {
    await client.schedule.create({ scheduleId, ...wanted });
  } catch (failure) {
    if (!(failure instanceof ScheduleAlreadyRunning)) throw failure;
    await client.schedule.getHandle(scheduleId).update(({ state }) => ({ ...wanted, state: { ...state, ...wanted.state } }) as never);
  }
}

/**
 * Always the whole of it, freshly built: an update keeps what it is not told to replace. What was missed while the server was away is caught up for a
 * year, and a period that is late never drops the next.
 */
const wantedOf = (schedule: Schedule, spec: Wanted['spec']): Wanted => ({
  spec,
  policies: { overlap: ScheduleOverlapPolicy.ALLOW_ALL, catchupWindow: '365 days' },
  action: {
    type: 'startWorkflow',
    workflowType: 'opening',
    workflowId: `opening/${schedule.id}`,
    taskQueue,
    args: [{ schedule: schedule.id }],
  },
  state: { paused: schedule.paused, ...(schedule.note !== undefined && { note: schedule.note }) },
});

/** Without a month it never fires: no months at all would mean every one. */
function specOf(clock: Clock, rhythm: Rhythm | undefined, timezone: string): Wanted['spec'] {
  if (rhythm === undefined) return {};
  if (clock.speed !== 1) return { intervals: [{ every: Math.max(leastIntervalMs, clock.realMs(dayMs)) }] };
  const month = monthsOfOpening(rhythm) as never[];
  return month.length === 0 ? {} : { calendars: [{ month, dayOfMonth: 1, hour: 6, minute: 0, second: 0 }], timezone };
}
