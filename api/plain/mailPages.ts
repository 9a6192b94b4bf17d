import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { Sentence } from '../../domain/records/common.ts';
import type { Mail } from '../../domain/records/letter.ts';
import { Refusal } from '../../domain/refusal.ts';
import { places } from '../../domain/words/places.ts';
import type { Filter } from '../../models/collection.ts';
import { sha256 } from '../callers.ts';
import type { Api } from '../deps.ts';
import { pauseMail, resumeMail } from '../mailCommands.ts';
import { mailState } from '../mailState.ts';
import { page } from '../paging.ts';
import { actorOf, type Caller, manages } from '../policy.ts';
import { peopleById } from '../taskLines.ts';
import { overseer } from './runDetail.ts';
import { formFits, signedInFrame } from './signedIn.ts';
import { mailsPage } from './views/mailsPage.tsx';
import type { MailRow, MailsPage } from './views/types.ts';
import { say, sentenceFor } from './words.ts';

const shownAtOnce = 25;
const kinds: readonly MailsPage['shown'][] = ['', 'accepted', 'deferred', 'rejected'];
/** What waits for another try was deferred, or left open what became of it. */
const statesOf: Record<MailsPage['shown'], Filter> = {
  '': {},
  accepted: { state: 'accepted' },
  deferred: { state: { $in: ['deferred', 'sending'] } },
  rejected: { state: 'rejected' },
};

type Sent = { notice?: MailsPage['notice']; problem?: string; typed?: string; status?: number };

/** All mails for ISMS managers, top management and auditors, with the switch for the first of them. */
export function mailPages(api: Api): Router {
  const router = Router({ caseSensitive: true });
  router.get(places.mails, async (request, response) => {
    const { notice } = request.query;
    await show(api, request, response, await overseer(api, request), {
      notice: notice === 'paused' || notice === 'resumed' ? notice : undefined,
    });
  });
  router.post(places.mails, async (request, response) => {
    const caller = await overseer(api, request);
    if (!manages(caller)) throw new Refusal(403, 'forbidden', 'Your roles do not allow this.');
    const done = await turn(api, request, caller);
    if (typeof done === 'string') return response.redirect(303, `${places.mails}?notice=${done}`);
    await show(api, request, response, caller, done);
  });
  return router;
}

/** Pauses mail when a reason is given, else resumes it; sent twice, it is done once. */
async function turn(api: Api, request: Request, caller: Caller): Promise<NonNullable<MailsPage['notice']> | Sent> {
  const { language } = caller.person;
  const { act, reason, key } = (request.body ?? {}) as Record<string, unknown>;
  const typed = typeof reason === 'string' ? reason : '';
  if (!formFits(api, request)) return { status: 403, problem: say('expired', language), typed };
  const asked = { actor: actorOf(caller), key: sha256(`${caller.id} ${String(key)} ${String(act)}`) };
  try {
    if (act === 'resume') {
      await resumeMail(api, asked);
      return 'resumed';
    }
    const parsed = Sentence.safeParse(typed, { reportInput: true });
    const [issue] = parsed.error?.issues ?? [];
    if (issue !== undefined) return { status: 422, problem: sentenceFor(issue, language), typed };
    await pauseMail(api, { ...asked, reason: parsed.data ?? typed });
    return 'paused';
  } catch (thrown) {
    // Somebody else was quicker: what was wanted is so.
    if (thrown instanceof Refusal && thrown.status === 409) return act === 'resume' ? 'resumed' : 'paused';
    throw thrown;
  }
}

async function show(api: Api, request: Request, response: Response, caller: Caller, sent: Sent): Promise<void> {
  const { store, clock } = api;
  const { cursor, state = '' } = request.query;
  const shown = kinds.find((kind) => kind === state) ?? '';
  const paging = { cursor: typeof cursor === 'string' ? cursor : undefined, limit: shownAtOnce };
  const { items, next } = await page(store.mails, statesOf[shown], paging, { field: 'at', direction: -1 });
  const at = (kind: MailsPage['shown'], from?: string) => {
    const query = new URLSearchParams({ ...(kind !== '' && { state: kind }), ...(from !== undefined && { cursor: from }) }).toString();
    return query === '' ? places.mails : `${places.mails}?${query}`;
  };
  response.status(sent.status ?? 200).send(
    mailsPage({
      // This page says itself, and in full, what the banner of the others says.
      ...{ ...(await signedInFrame(api, request, caller)), mail: undefined },
      ...(await standing(api, await mailState(store, clock.now()))),
      ...{ rows: await rowsOf(api, items), shown, filters: kinds.map((kind) => ({ shown: kind, href: at(kind) })) },
      ...{ next: next === undefined ? undefined : at(shown, next), notice: sent.notice },
      ...(manages(caller) && { form: { action: places.mails, key: randomUUID(), typed: sent.typed, problem: sent.problem } }),
    }),
  );
}

type Standing = Pick<MailsPage, 'paused' | 'relay' | 'waiting' | 'unreachable'>;

async function standing(
  { store }: Api,
  { state, since = '', by = '', reason = '', relay, waiting }: Awaited<ReturnType<typeof mailState>>,
) {
  const unreachable = await store.people.find({ status: 'active', 'unreachable.since': { $exists: true } }, { sort: { name: 1 } });
  const standing: Standing = {
    ...(state === 'paused' && { paused: { since, reason, by: (await store.people.get(by))?.name ?? by } }),
    ...(relay.state !== 'ok' && { relay: { kind: relay.state, since: relay.since ?? '', why: relay.why ?? '' } }),
    waiting,
    unreachable: unreachable.map(({ name, email, unreachable: mark }) => ({
      name,
      email,
      since: mark?.since ?? '',
      code: mark?.code ?? '',
    })),
  };
  return standing;
}

async function rowsOf(api: Api, mails: readonly Mail[]): Promise<MailRow[]> {
  const people = await peopleById(
    api,
    mails.map(({ person }) => person),
  );
  return mails.map(({ id, at, person, subject, state, response, attempts, maybeDuplicate }) => ({
    ...{ id, at, to: people.get(person)?.name ?? person, subject, state, attempts, maybeDuplicate },
    ...(state !== 'accepted' && { response }),
  }));
}
