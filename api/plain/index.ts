import { type ErrorRequestHandler, type Request, type RequestHandler, Router, urlencoded } from 'express';
import { notFound, type Refusal } from '../../domain/refusal.ts';
import { places } from '../../domain/words/places.ts';
import { callerFrom } from '../callers.ts';
import type { Api } from '../deps.ts';
import { neverStored } from '../headers.ts';
import type { Limits } from '../limits.ts';
import { refusalOf, retryAfterOf } from '../problem.ts';
import { requestId } from '../requestLog.ts';
import { acceptancePages } from './acceptances.ts';
import { calendarFiles } from './calendarFiles.ts';
import { decisionSheet } from './decisionSheet.ts';
import { bareFrame, frameOf } from './frame.ts';
import { homeOf } from './home.ts';
import { invitation } from './invitation.ts';
import { linkPages } from './linkPages.ts';
import { mailPages } from './mailPages.ts';
import { myMail } from './myMail.ts';
import { myTasks } from './myTasks.ts';
import { processPages } from './processPages.ts';
import { reportPages } from './reporting.ts';
import { runPages } from './runs.ts';
import { schedulePages } from './schedulePages.ts';
import { toSignIn } from './signedIn.ts';
import { signIn } from './signIn.ts';
import { serveStyle } from './style.ts';
import { messagePage } from './views/messagePage.tsx';
import type { Frame, MessagePage } from './views/types.ts';

/** The pages that work without script. */
export function plainPages(api: Api, limits: Limits, session: RequestHandler): Router {
  const router = Router({ caseSensitive: true });
  router.get(places.style, serveStyle);
  // Before anything that needs the database: a form must be readable to be given back.
  router.use(neverStored, urlencoded({ extended: false, limit: '1mb', parameterLimit: 2000 }));
  router.use(linkPages(api, limits), invitation(api, limits), calendarFiles(api, limits));
  router.use(session);
  router.get('/', async (request, response) => {
    const caller = await callerFrom(request, api.store);
    response.redirect(303, caller === undefined ? places.signIn : homeOf(api));
  });
  router.use(
    signIn(api, limits),
    myTasks(api),
    decisionSheet(api),
    acceptancePages(api),
    processPages(api),
    reportPages(api),
    runPages(api),
    schedulePages(api),
    myMail(api),
    mailPages(api),
  );
  router.use((_request, _response, next) => next(notFound()));
  router.use(messages(api));
  return router;
}

const kinds: Record<number, MessagePage['kind']> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'notFound',
  413: 'tooLarge',
  429: 'tooMany',
  503: 'unavailable',
};

/** What did not work, as a page. */
function messages(api: Api): ErrorRequestHandler {
  return async (thrown: unknown, request, response, next) => {
    const refusal = refusalOf(thrown);
    if (refusal?.code === 'unauthenticated') return toSignIn(request, response);
    log(api, thrown, refusal);
    if (response.headersSent) return next(thrown);
    const wait = refusal && retryAfterOf(refusal);
    if (wait !== undefined) response.set('Retry-After', String(wait));
    const frame = refusal?.status === 503 ? bareFrame(request) : await frameOrBare(api, request);
    const page = { ...frame, ...messageOf(refusal, requestId(response)), ...(refusal?.status === 503 && sentAgain(request)) };
    response.status(refusal?.status ?? 500).send(messagePage(page));
  };
}

function log(api: Api, thrown: unknown, refusal: Refusal | undefined): void {
  if (refusal === undefined) api.log.error({ err: thrown }, 'fault');
  else if (refusal.status >= 500) api.log.warn({ err: thrown }, 'cannot answer now');
}

function messageOf(refusal: Refusal | undefined, request: string): Pick<MessagePage, 'kind' | 'reference' | 'detail'> {
  if (refusal === undefined) return { kind: 'fault', reference: request };
  const kind = kinds[refusal.status];
  return kind === undefined ? { kind: 'forbidden', detail: refusal.message } : { kind };
}

/** Nothing that somebody typed is lost when the database is away: the same form, to be sent once more. */
function sentAgain(request: Request): Pick<MessagePage, 'again'> {
  const fields = Object.entries((request.body ?? {}) as Record<string, unknown>).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  const kept = request.method === 'POST' && fields.length > 0 && !fields.some(([name]) => name === 'password');
  return kept ? { again: { action: request.originalUrl, fields: Object.fromEntries(fields) } } : {};
}

/** In the language of whoever is signed in, as far as that can be known just now. */
const frameOrBare = async (api: Api, request: Request): Promise<Frame> => {
  try {
    return await frameOf(api, request, (await callerFrom(request, api.store))?.person);
  } catch {
    return bareFrame(request);
  }
};
