import { randomBytes } from 'node:crypto';
import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { places } from '../../domain/words/places.ts';
import { callerFrom } from '../callers.ts';
import type { Api } from '../deps.ts';
import type { Limits } from '../limits.ts';
import { refuseForeignOrigin } from '../origin.ts';
import { personOf } from '../passwords.ts';
import { refusalOf } from '../problem.ts';
import { beginSession, endSession } from '../session.ts';
import { csrfFits, csrfOf, same } from './csrf.ts';
import { frameOf } from './frame.ts';
import { homeOf } from './home.ts';
import { signInPage } from './views/signInPage.tsx';
import type { SignInPage } from './views/types.ts';

const page = 'sign-in';

/** A path of ours to go to after signing in; everything else leads to where one begins. */
const ownPath = (path: unknown): string | undefined =>
  typeof path === 'string' &&
  /^\/(cockpit|tasks|decisions|acceptances|runs|schedules|my-mail|mails)(\/[\w%.~-]*)*(\?[\w=&%.~-]*)?$/.test(path) &&
  path.length <= 500
    ? path
    : undefined;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const notices: Record<string, NonNullable<SignInPage['notice']>> = { signedOut: 'signedOut', passwordSet: 'passwordSet' };
const noticeOf = ({ notice, again }: Request['query']) => (again === undefined ? notices[textOf(notice)] : 'again');

async function show(api: Api, request: Request, response: Response, status: number, more: Partial<SignInPage>): Promise<void> {
  const csrf = csrfOf(request, response, api.config, page);
  response.status(status).send(signInPage({ ...(await frameOf(api, request)), action: places.signIn, csrf, ...more }));
}

/** Sign in and out, without script. */
export function signIn(api: Api, limits: Limits): Router {
  const router = Router({ caseSensitive: true });
  router.get(places.signIn, async (request, response) => {
    const notice = noticeOf(request.query);
    if (notice !== 'again' && (await callerFrom(request, api.store)) !== undefined) return response.redirect(303, homeOf(api));
    await show(api, request, response, 200, { returnTo: ownPath(request.query.returnTo), ...(notice && { notice }) });
  });
  router.post(places.signIn, ...limits.login, async (request, response) => {
    const { email, password, returnTo, csrf } = (request.body ?? {}) as Record<string, unknown>;
    const typed = { email: textOf(email), returnTo: ownPath(returnTo) };
    if (!csrfFits(request, api.config, page, csrf)) return show(api, request, response, 403, typed);
    const person = await personOf(api.store, textOf(email).slice(0, 254), textOf(password).slice(0, 1000));
    if (person === undefined) return show(api, request, response, 401, { ...typed, problem: 'wrong' });
    await beginSession(request, person.id, randomBytes(32).toString('base64url'));
    response.redirect(303, typed.returnTo ?? homeOf(api));
  });
  router.post(places.signOut, async (request, response) => {
    refuseForeignOrigin(request, api.config.publicUrl);
    const { csrf } = (request.body ?? {}) as Record<string, unknown>;
    if (same(request.session.csrf ?? '', csrf)) await endSession(request);
    response.redirect(303, `${places.signIn}?notice=signedOut`);
  });
  router.use(places.signIn, notNow(api));
  return router;
}

/** Too many attempts, or something behind us is away: said on the form itself, with the address still in it. */
function notNow(api: Api): ErrorRequestHandler {
  return (thrown: unknown, request: Request, response, next) => {
    const problem = ({ 429: 'tooMany', 503: 'unavailable' } as const)[refusalOf(thrown)?.status as 429];
    if (problem === undefined) return next(thrown);
    const { email, returnTo } = (request.body ?? {}) as Record<string, unknown>;
    show(api, request, response, refusalOf(thrown)?.status ?? 503, { email: textOf(email), returnTo: ownPath(returnTo), problem }).catch(
      () => next(thrown),
    );
  };
}
