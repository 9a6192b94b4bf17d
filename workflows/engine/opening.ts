import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { OpeningActivities, OpeningInput } from './contract.ts';
import { instantComes } from './wakes.ts';

/** Opening is never given up: an organization that is being repaired for weeks still gets its review. */
const { planOpening, openPeriod } = proxyActivities<OpeningActivities>({
  startToCloseTimeout: '1m',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10m' },
});

/**
 * Started by a schedule on the first day of a period: waits for the working day on which its run opens, and opens it. The period follows from the
 * nominal time of the schedule, so that a trigger, a catch-up after downtime and a backfill open one run per period.
 */
export async function opening(input: OpeningInput): Promise<string> {
  const { schedule } = input;
  const plan = await planOpening({ schedule, nominal: input.nominal ?? nominalTime() });
  if ('silent' in plan) return plan.silent;
  await instantComes(plan.at, () => false);
  return openPeriod({ schedule, period: plan.period });
}

/** The instant for which the schedule started this, which may be long ago. */
function nominalTime(): string {
  const { typedSearchAttributes, startTime } = workflowInfo();
  const scheduled = typedSearchAttributes.getAll().find(({ key }) => key.name === 'TemporalScheduledStartTime')?.value;
  return scheduled instanceof Date ? scheduled.toISOString() : startTime.toISOString();
}
