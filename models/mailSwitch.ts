import type { Actor, Instant } from '../domain/records/common.ts';
import type { MailSwitch } from '../domain/records/mailSwitch.ts';
import { Refusal } from '../domain/refusal.ts';
import { chainOf, changeRecord } from './registers.ts';
import type { Store } from './store.ts';
import { entryId } from './trail.ts';

/** Who paused mail for all, when and why; undefined while it goes out. */
export async function pauseOf(store: Store): Promise<MailSwitch | undefined> {
  const now = await store.mailSwitch.get('mail');
  return now?.state === 'paused' ? now : undefined;
}

type Turn = { to: MailSwitch['state']; actor: Actor; at: Instant; reason?: string; key: string };

/**
 * Pauses mail for all, or resumes it. The same key again answers what the first did.
 * @throws Refusal 409 `paused` or `notPaused` when there is nothing to turn
 */
export async function turnMail(store: Store, { to, actor, at, reason, key }: Turn): Promise<MailSwitch> {
  const now = await store.mailSwitch.get('mail');
  const isThere = (now?.state ?? 'sending') === to;
  if (isThere && !(await isOurs(store, now, key))) throw alreadyThere(to);
  if (isThere && now !== undefined) return now;
  return changeRecord(store, {
    ...{ register: 'mailSwitch', id: 'mail', set: { state: to, since: at, by: actor.person, reason }, at, actor, key },
    ...{ event: to === 'paused' ? 'paused' : 'resumed', ...(now !== undefined && { version: now.version }) },
  });
}

async function isOurs(store: Store, now: MailSwitch | undefined, key: string): Promise<boolean> {
  const entry = now && (await store.trail.get(entryId(chainOf('mailSwitch', 'mail'), now.version)));
  return entry?.data.key === key;
}

const alreadyThere = (to: MailSwitch['state']): Refusal =>
  to === 'paused' ? new Refusal(409, 'paused', 'Mail is paused already.') : new Refusal(409, 'notPaused', 'Mail is not paused.');
