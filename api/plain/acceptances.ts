import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { Acceptance } from '../../domain/records/acceptance.ts';
import { type Language, Sentence } from '../../domain/records/common.ts';
import { notFound } from '../../domain/refusal.ts';
import { places } from '../../domain/words/places.ts';
import { endingOf } from '../acceptanceReading.ts';
import { sha256 } from '../callers.ts';
import type { Api } from '../deps.ts';
import { page } from '../paging.ts';
import { type Caller, scope, seen } from '../policy.ts';
import { refusalOf } from '../problem.ts';
import { frozenFacts } from '../reading/frozenFacts.ts';
import { mayRevoke, revokeAcceptance } from '../revocation.ts';
import { sentenceOf } from './sentences.ts';
import { formFits, readerFrom, signedInFrame } from './signedIn.ts';
import { acceptancePage } from './views/acceptancePage.tsx';
import { acceptancesPage } from './views/acceptancesPage.tsx';
import { say, sentenceFor } from './words.ts';

const shownAtOnce = 25;

/** Decisions on risks for whoever may see them, and the way to revoke one. */
export function acceptancePages(api: Api): Router {
  const router = Router({ caseSensitive: true });
  const one = `${places.acceptances}/:id`;
  router.get(places.acceptances, async (request, response) => showAll(api, request, response, await readerFrom(api, request)));
  router.get(one, async (request, response) => {
    const caller = await readerFrom(api, request);
    await show(api, request, response, caller, await acceptanceFor(api, request, caller), { done: request.query.notice === 'revoked' });
  });
  router.post(`${one}/revocation`, async (request, response) => {
    const caller = await readerFrom(api, request);
    const acceptance = await acceptanceFor(api, request, caller);
    const refused = await revoke(api, request, caller, acceptance);
    if (refused === undefined) return response.redirect(303, `${places.acceptance(acceptance.id)}?notice=revoked`);
    await show(api, request, response, caller, await acceptanceFor(api, request, caller), refused);
  });
  return router;
}

async function acceptanceFor({ store }: Api, { params }: Request, caller: Caller): Promise<Acceptance> {
  const found = await seen(caller, 'acceptances', store, String(params.id));
  if (found === undefined) throw notFound();
  return found;
}

async function showAll(api: Api, request: Request, response: Response, caller: Caller): Promise<void> {
  const { store } = api;
  const theirs = await scope(caller, 'acceptances', store);
  const { cursor } = request.query;
  const paging = { cursor: typeof cursor === 'string' ? cursor : undefined, limit: shownAtOnce };
  const { items, next } = await page(store.acceptances, theirs, paging, { field: 'askedAt', direction: -1 });
  response.send(
    acceptancesPage({
      ...(await signedInFrame(api, request, caller)),
      inForce: await store.acceptances.count({ $and: [theirs, { state: 'accepted' }] }),
      rows: items.map(({ id, risk, state, snapshot, validUntil, askedAt, endedAt }) => ({
        ...{ href: places.acceptance(id), reference: risk, title: snapshot.name, band: snapshot.band, state },
        ...{ until: validUntil, askedAt, endedAt },
      })),
      next: next === undefined ? undefined : `${places.acceptances}?${new URLSearchParams({ cursor: next })}`,
    }),
  );
}

type Sent = { status?: number; done?: boolean; typed?: string; problem?: string; key?: string; signInAgain?: boolean };

async function show(api: Api, request: Request, response: Response, caller: Caller, acceptance: Acceptance, sent: Sent): Promise<void> {
  const { id, risk, run, snapshot, state, validUntil, version } = acceptance;
  const form = state === 'accepted' && mayRevoke(caller, acceptance);
  response.status(sent.status ?? 200).send(
    acceptancePage({
      ...(await signedInFrame(api, request, caller)),
      ...{ reference: risk, title: snapshot.name, state, until: validUntil, run, done: sent.done },
      ...(await endingOf(api.store, acceptance)),
      facts: await frozenFacts(api, caller.id, acceptance),
      ...(!form && sent.problem !== undefined && { notTaken: { problem: sent.problem, typed: sent.typed } }),
      ...(form && {
        form: {
          ...{ action: `${places.acceptance(id)}/revocation`, key: sent.key ?? randomUUID(), version },
          ...{ typed: sent.typed, problem: sent.problem },
          ...(sent.signInAgain && { signInAgain: places.signInAgain(places.acceptance(id)) }),
        },
      }),
    }),
  );
}

/** Revokes with the sentence of the form; what was refused comes back with it. */
async function revoke(api: Api, request: Request, caller: Caller, acceptance: Acceptance): Promise<Sent | undefined> {
  const body = (request.body ?? {}) as Record<string, unknown>;
  const { language } = caller.person;
  const typed = typeof body.reason === 'string' ? body.reason : '';
  const key = typeof body.key === 'string' ? body.key.slice(0, 100) : '';
  const back = (status: number, problem: string): Sent => ({ status, problem, typed, ...(/^[\w-]+$/.test(key) && { key }) });
  if (!formFits(api, request)) return back(403, say('expired', language));
  const parsed = Sentence.safeParse(typed, { reportInput: true });
  const [issue] = parsed.error?.issues ?? [];
  if (!parsed.success) return back(422, issue === undefined ? say('wrong', language) : sentenceFor(issue, language));
  const asked = { reason: parsed.data, version: Number(body.version), key: sha256(`revocation\n${key}\n${caller.id}\n${acceptance.id}`) };
  return revokeOr(api, caller, acceptance, asked, (code, status, sentence) => ({
    ...back(status, sentence),
    ...(code === 'signInAgain' && { signInAgain: true, problem: say('signInAgain', language) }),
  }));
}

async function revokeOr(
  api: Api,
  caller: Caller,
  acceptance: Acceptance,
  asked: Parameters<typeof revokeAcceptance>[3],
  refused: (code: string, status: number, sentence: string) => Sent,
): Promise<Sent | undefined> {
  try {
    await revokeAcceptance(api, caller, acceptance, asked);
    return undefined;
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal === undefined) throw thrown;
    const sentence = refusal.code === 'closed' ? say('notInForce', languageOf(caller)) : sentenceOf(refusal, languageOf(caller));
    return refused(refusal.code, refusal.status, sentence);
  }
}

const languageOf = ({ person }: Caller): Language => person.language;
