import type { Actor } from '../domain/records/common.ts';
import { turnMail } from '../models/mailSwitch.ts';
import type { Api } from './deps.ts';

type Asked = { actor: Actor; key: string };

/** @throws Refusal 409 `paused` */
export async function pauseMail({ store, clock }: Api, { actor, key, reason }: Asked & { reason: string }): Promise<void> {
  await turnMail(store, { to: 'paused', actor, key, reason, at: clock.now() });
}

/**
 * Wakes the letterbox of everybody for whom something waits; each suppresses what has gone out of date meanwhile and sends the rest.
 * @throws Refusal 409 `notPaused`
 */
export async function resumeMail({ store, clock, post }: Api, { actor, key }: Asked): Promise<void> {
  await turnMail(store, { to: 'sending', actor, key, at: clock.now() });
  const waiting = await store.letters.find({ state: { $in: ['pending', 'sending', 'deferred'] } });
  await post.nudge([...new Set(waiting.map(({ person }) => person))]);
}

/** Somebody wants mail at other times: their letterbox looks again. It would wake by itself, so that one that cannot be reached costs only delay. */
export async function wakeLetterbox({ store, post, log }: Api, person: string): Promise<void> {
  if ((await store.letters.first({ person, state: 'pending' })) === undefined) return;
  await post.nudge([person]).catch((failure: unknown) => log.warn({ err: failure, person }, 'the letterbox could not be woken'));
}
