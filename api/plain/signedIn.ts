import type { Request, Response } from 'express';
import { places } from '../../domain/words/places.ts';
import { callerFrom, signInFirst } from '../callers.ts';
import type { Api } from '../deps.ts';
import { refuseForeignOrigin } from '../origin.ts';
import { type Caller, seesAll } from '../policy.ts';
import { same } from './csrf.ts';
import { frameOf } from './frame.ts';
import { mailNotice } from './mailNotice.ts';
import type { SignedIn } from './views/types.ts';

/** Who reads a page that needs a login. Throws 401, which pages answer with the way to the sign-in. */
export async function readerFrom(api: Api, request: Request): Promise<Caller> {
  const caller = await callerFrom(request, api.store);
  if (caller?.via !== 'login') throw signInFirst();
  return caller;
}

export async function signedInFrame(api: Api, request: Request, caller: Caller): Promise<SignedIn> {
  const frame = await frameOf(api, request, caller.person);
  const mail = seesAll(caller) ? await mailNotice(api) : undefined;
  return { ...frame, person: { name: caller.person.name }, csrf: request.session.csrf ?? '', seesRuns: seesAll(caller), mail };
}

/** Whether a posted form came from a page that we gave to this session. */
export function formFits(api: Api, request: Request): boolean {
  refuseForeignOrigin(request, api.config.publicUrl);
  const { csrf } = (request.body ?? {}) as Record<string, unknown>;
  const own = request.session.csrf;
  return own !== undefined && same(own, csrf);
}

export const toSignIn = (request: Request, response: Response): void =>
  response.redirect(
    303,
    `${places.signIn}?returnTo=${encodeURIComponent(request.method === 'GET' ? request.originalUrl : places.myTasks)}`,
  );
