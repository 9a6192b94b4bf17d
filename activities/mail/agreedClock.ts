import { activityInfo } from '@temporalio/activity';
import { type Clock, toInstant, toMs } from '../../domain/clock.ts';
import type { MailDeps } from '../deps.ts';

/** What the clocks of two machines may differ by without a third one being asked. */
const toleranceMs = 1_000;

/**
 * The clock of one attempt to send. Temporal's says that it is this late at least; that it is later, because the attempt had to wait, the worker's own
 * clock says only as far as the database's does: one that is ahead would send at night, and before the hour of a daily mail. `asked` is real time.
 */
export async function agreedClock({ clock, store }: Pick<MailDeps, 'clock' | 'store'>, asked: string): Promise<Clock> {
  const own = toMs(clock.toReal(clock.now()));
  const atLeast = Math.max(toMs(asked), activityInfo().currentAttemptScheduledTimestampMs);
  const atMost = own - atLeast > toleranceMs ? Math.min(own, toMs(await store.now())) : own;
  return movedBy(clock, Math.max(atLeast, atMost) - own);
}

const movedBy = (clock: Clock, ms: number): Clock => ({
  ...clock,
  now: () => clock.toOrganization(toInstant(toMs(clock.toReal(clock.now())) + ms)),
});
