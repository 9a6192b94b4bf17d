import { toMs } from '../domain/clock.ts';
import type { Instant } from '../domain/records/common.ts';
import type { MailState } from '../domain/records/mailState.ts';
import type { RelayTrouble } from '../domain/records/relay.ts';
import { pauseOf } from '../models/mailSwitch.ts';
import type { Store } from '../models/store.ts';

const alarmAfterMs = 3_600_000;

/** Nobody mends an hour's outage of somebody else's server, and nobody but us mends our own settings. */
const isAlarming = ({ state, since }: RelayTrouble, now: Instant): boolean =>
  state === 'misconfigured' || toMs(now) - toMs(since) >= alarmAfterMs;

export async function mailState(store: Store, now: Instant): Promise<MailState> {
  const [pause, trouble, waiting, unreachable] = await Promise.all([
    pauseOf(store),
    store.relay.get('relay'),
    store.letters.count({ state: { $in: ['pending', 'sending', 'deferred'] } }),
    store.people.count({ status: 'active', 'unreachable.since': { $exists: true } }),
  ]);
  return { ...switchOf(pause), relay: relayOf(trouble, now), waiting, unreachable };
}

function switchOf(pause: Awaited<ReturnType<typeof pauseOf>>): Pick<MailState, 'state' | 'since' | 'by' | 'reason'> {
  if (pause === undefined) return { state: 'sending' };
  const { since, by, reason } = pause;
  return { state: 'paused', since, by, ...(reason !== undefined && { reason }) };
}

function relayOf(trouble: RelayTrouble | undefined, now: Instant): MailState['relay'] {
  if (trouble === undefined) return { state: 'ok', alarming: false };
  const { state, since, why } = trouble;
  return { state, since, why, alarming: isAlarming(trouble, now) };
}

/** The same in a word, for whoever watches the product. */
export const mailWord = async (store: Store): Promise<'ok' | 'paused' | 'away' | 'misconfigured'> =>
  (await pauseOf(store)) === undefined ? ((await store.relay.get('relay'))?.state ?? 'ok') : 'paused';
