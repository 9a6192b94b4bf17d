import { ApplicationFailure } from '@temporalio/common';
import { type Clock, toInstant, toMs } from '../../domain/clock.ts';
import type { Instant } from '../../domain/records/common.ts';
import type { MailDeps } from '../deps.ts';
import type { Passing } from './fault.ts';

const minuteMs = 60_000;
const longestMs = 30 * minuteMs;
/** The first pause after each kind of failure; it doubles up to half an hour. Greylisting wants five minutes at least. */
const firstMs: Record<Passing, number> = { away: minuteMs, later: 5 * minuteMs, misconfigured: 10 * minuteMs };
/** However fast the organization's time runs, a relay is not asked more often than this. */
const leastRealMs = 1_000;

/** Real milliseconds until a mail is tried again that has been tried so often. */
export const pauseMs = (clock: Pick<Clock, 'realMs'>, kind: Passing, attempts: number): number =>
  Math.max(leastRealMs, clock.realMs(Math.min(longestMs, firstMs[kind] * 2 ** (attempts - 1))));

/** Said to Temporal, which asks again after the pause. It and the log keep what is said here, so that numbers have to do: words of a mail server name people. */
export const tryAgain = (kind: Passing, message: string, nextRetryDelay: number): ApplicationFailure =>
  ApplicationFailure.create({ message, type: kind, nextRetryDelay });

/** What a failed attempt comes to, by its code (`451 4.7.1`, `ECONNECTION`). */
export const saidOf = (code: string): string =>
  /^\d/.test(code) ? `the mail server answered ${code}` : `the mail server did not answer: ${code}`;

/** The relay has answered about a mail, whatever it said: it is there and works with us. */
export async function noteAnswer({ store, log }: Pick<MailDeps, 'store' | 'log'>): Promise<void> {
  if ((await store.relay.get('relay')) !== undefined && (await store.relay.remove({ id: 'relay' })) > 0)
    log.info('the relay takes mail again');
}

/** All mail waits, and people see since when and why. */
export async function noteTrouble(
  { store, clock, log }: MailDeps,
  { state, why, code }: { state: 'away' | 'misconfigured'; why: string; code: string },
  at: Instant,
): Promise<void> {
  const nextTry = nextAfter(clock, at, state);
  const known = await store.relay.get('relay');
  const trouble = { state, since: known?.state === state ? known.since : at, why: why.slice(0, 500), nextTry };
  // What a mail server says may name people; the log has the code only.
  if (known?.state !== state) log.error({ state, code }, 'the relay takes no mail');
  if (!(await store.relay.set('relay', trouble))) await store.relay.insert({ id: 'relay', ...trouble });
}

/** While the relay is in trouble one letterbox at a time finds out whether it still is; the others wait. */
export async function untilRelayMayBeTried({ store, clock }: MailDeps, at: Instant): Promise<void> {
  const trouble = await store.relay.get('relay');
  if (trouble === undefined) return;
  const { state, nextTry } = trouble;
  const isOurs = nextTry <= at && (await store.relay.set('relay', { nextTry: nextAfter(clock, at, state) }, { nextTry }));
  if (!isOurs)
    throw tryAgain(state, `the relay is ${state} and not tried again yet`, Math.max(leastRealMs, clock.realMs(toMs(nextTry) - toMs(at))));
}

const nextAfter = (clock: Clock, at: Instant, state: 'away' | 'misconfigured'): Instant =>
  toInstant(toMs(at) + Math.max(firstMs[state], leastRealMs * clock.speed));
