import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { systemNow, toMs } from '../domain/clock.ts';
import { Refusal } from '../domain/refusal.ts';
import { note } from '../log.ts';
import type { Store } from '../models/store.ts';
import { type Caller, callerOf } from './policy.ts';

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

const longestSessionMs = 12 * 3_600_000;
const recentlyMs = 15 * 60_000;

const unauthenticated = (sentence: string) => new Refusal(401, 'unauthenticated', sentence);
export const signInFirst = () => unauthenticated('Sign in, or send a bearer token.');

export const hasBearer = (request: Request): boolean => request.headers.authorization !== undefined;

/**
 * Who sends this request: the person of a bearer token, or of the session. Roles come from the record on each request, so leaving takes effect at once.
 * @throws Refusal 401 when a token is given that nobody has
 */
export async function callerFrom(request: Request, store: Store): Promise<Caller | undefined> {
  const caller = await (hasBearer(request) ? bearer(request, store) : signedIn(request, store));
  if (caller !== undefined) note({ actor: caller.id });
  return caller;
}

async function bearer(request: Request, store: Store): Promise<Caller> {
  const token = /^Bearer ([^\s]{16,200})$/i.exec(request.headers.authorization ?? '')?.[1];
  const stored = token === undefined ? undefined : await store.tokens.get(sha256(token));
  const person = stored === undefined ? undefined : await store.people.get(stored.person);
  if (person?.status !== 'active') throw unauthenticated('The bearer token is not valid.');
  return callerOf(person, 'token');
}

async function signedIn(request: Request, store: Store): Promise<Caller | undefined> {
  const { person: id, signedInAt } = request.session ?? {};
  if (id === undefined || signedInAt === undefined) return undefined;
  if (toMs(systemNow()) - toMs(signedInAt) > longestSessionMs) return undefined;
  const person = await store.people.get(id);
  return person?.status === 'active' ? callerOf(person, 'login', signedInAt) : undefined;
}

/**
 * Approvals, acceptances and confirmations are decided by somebody who is there: a program with a token is nobody, and a session may have been left open.
 * @throws Refusal 403 `needsLogin`, 403 `signInAgain`
 */
export function refuseUnlessPresent(caller: Caller): void {
  if (caller.via !== 'login') throw new Refusal(403, 'needsLogin', 'This is decided by a person who has signed in, not by a program.');
  if (!isPresent(caller))
    throw new Refusal(403, 'signInAgain', 'Sign in again: a decision like this takes a sign-in of the last fifteen minutes.');
}

/** Whether they have signed in within the last fifteen minutes. */
export const isPresent = ({ via, signedInAt }: Caller): boolean =>
  via === 'login' && signedInAt !== undefined && toMs(systemNow()) - toMs(signedInAt) <= recentlyMs;
