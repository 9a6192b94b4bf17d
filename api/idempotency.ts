import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { canonicalize } from 'json-canonicalize';
import { systemNow, toInstant, toMs } from '../domain/clock.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Store } from '../models/store.ts';
import { sha256 } from './callers.ts';

export type Answer = { status: number; body: string };

/** How a request with an Idempotency-Key goes on. */
export type Attempt =
  | { state: 'new'; key: string; repeated: boolean; answer(answer: Answer): Promise<void>; giveUp(): Promise<void> }
  | { state: 'answered'; answer: Answer };

const nothing = async () => {};

// A process that died while it answered will not come back to it.
const abandonedAfterMs = 60_000;
const keyForm = /^[\x21-\x7e]{1,200}$/;

/**
 * Claims the key of a POST for this actor, so that of the same request sent twice one acts and both get the same answer.
 * @throws Refusal 400 for a key that is no key, 422 `keyReused` for the same key with another body or route, 409 `inProgress`
 */
export async function attemptOf(store: Store, request: Request, actor: string): Promise<Attempt> {
  const given = request.get('Idempotency-Key');
  const route = routeOf(request);
  if (given === undefined)
    return { state: 'new', key: sha256(`${actor}\n${route}\n${randomUUID()}`), repeated: false, answer: nothing, giveUp: nothing };
  if (!keyForm.test(given)) throw new Refusal(400, 'invalid', 'The Idempotency-Key is 1 to 200 visible characters.');
  const id = idOf(actor, given);
  const asked = { route, bodyHash: bodyHash(request) };
  const claimed = await claim(store, id, asked);
  if (claimed.state === 'answered') return claimed;
  return {
    state: 'new',
    key: sha256(`${actor}\n${route}\n${given}`),
    repeated: claimed.repeated,
    async answer({ status, body }) {
      await store.answered.set(id, { state: 'answered', status, body });
    },
    async giveUp() {
      // Old enough to be taken up by whoever asks again, young enough for upkeep to leave it: that it was sent before must not be forgotten.
      await store.answered.set(id, { at: toInstant(toMs(systemNow()) - abandonedAfterMs - 1_000) });
    },
  };
}

/** Whether this actor has sent this request before, by its key. Whoever asks again hears what was answered then. */
export async function wasSent(store: Store, request: Request, actor: string): Promise<boolean> {
  const given = request.get('Idempotency-Key');
  return given !== undefined && (await store.answered.get(idOf(actor, given)))?.route === routeOf(request);
}

const routeOf = ({ method, baseUrl, path }: Request): string => `${method} ${baseUrl}${path}`;
const idOf = (actor: string, key: string): string => sha256(`${actor}\n${key}`);

/** Of the body as it was understood, whatever the order of its fields. */
function bodyHash({ body, originalUrl }: Request): string {
  const query = originalUrl.split('?')[1] ?? '';
  return sha256(Buffer.isBuffer(body) ? `${query}\n${sha256(body)}` : `${query}\n${canonicalize(body ?? null)}`);
}

type Claim = { state: 'new'; repeated: boolean } | { state: 'answered'; answer: Answer };

async function claim(store: Store, id: string, asked: { route: string; bodyHash: string }): Promise<Claim> {
  const now = systemNow();
  if (await store.answered.insert({ id, ...asked, state: 'pending', at: now })) return { state: 'new', repeated: false };
  const there = await store.answered.get(id);
  if (there === undefined) return claim(store, id, asked);
  if (there.route !== asked.route || there.bodyHash !== asked.bodyHash)
    throw new Refusal(422, 'keyReused', 'This Idempotency-Key was used for another request. Use a new one.');
  if (there.state === 'answered') return { state: 'answered', answer: { status: there.status ?? 200, body: there.body ?? '' } };
  const abandoned = toMs(now) - toMs(there.at) > abandonedAfterMs;
  if (abandoned && (await store.answered.set(id, { at: now }, { state: 'pending', at: there.at }))) return { state: 'new', repeated: true };
  throw new Refusal(409, 'inProgress', 'The same request is being answered. Ask again in a moment.');
}
