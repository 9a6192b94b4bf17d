import { proxyActivities, setHandler } from '@temporalio/workflow';
import type { SchedulerActivities } from './contract.ts';
import { schedulesChanged } from './messages.ts';

const { applySchedules } = proxyActivities<SchedulerActivities>({
  startToCloseTimeout: '1m',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

/** Brings Temporal's schedules to what the records say, one change after the other: Temporal itself would lose one of two edits at once. */
export async function scheduler(): Promise<void> {
  let changes = 0;
  setHandler(schedulesChanged, () => {
    changes += 1;
  });
  let seen: number;
  do {
    seen = changes;
    await applySchedules();
  } while (changes > seen);
}
