import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { places } from '../../domain/words/places.ts';
import { sha256 } from '../callers.ts';
import type { Api } from '../deps.ts';
import type { Caller } from '../policy.ts';
import { personNamed } from '../reading/personNamed.ts';
import { Noticed, Report, reportNonconformity } from '../reporting.ts';
import { formFits, readerFrom, signedInFrame } from './signedIn.ts';
import { type ReportPage, reportPage, type Typed } from './views/reportPage.tsx';
import { say, sentenceFor } from './words.ts';

type Refused = Pick<ReportPage, 'problems' | 'problem'> & { status: number; typed: Typed; key: string };

/** Anybody who is signed in says what is not as it should be; it stands in the register, and somebody is asked about it, before the answer. */
export function reportPages(api: Api): Router {
  const router = Router({ caseSensitive: true });
  router.get(places.report, async (request, response) => {
    const { reported } = request.query;
    await show(api, request, response, await readerFrom(api, request), typeof reported === 'string' ? { reported } : {});
  });
  router.post(places.report, async (request, response) => {
    const caller = await readerFrom(api, request);
    const done = await take(api, request, caller);
    if ('id' in done) return response.redirect(303, `${places.report}?${new URLSearchParams({ reported: done.id })}`);
    await show(api, request, response, caller, done);
  });
  return router;
}

async function take(api: Api, request: Request, caller: Caller): Promise<{ id: string } | Refused> {
  const { language } = caller.person;
  const body = (request.body ?? {}) as Record<string, unknown>;
  const field = (name: string): string => (typeof body[name] === 'string' ? body[name].trim() : '');
  const typed: Typed = { title: field('title'), description: field('description'), kind: field('kind'), owner: field('owner') };
  const refused = { typed, key: field('key') };
  if (!formFits(api, request)) return { ...refused, status: 403, problem: say('expired', language) };
  const named = typed.owner === '' ? undefined : await personNamed(api.store, typed.owner);
  const filled = Object.fromEntries(Object.entries({ ...typed, owner: '' }).filter(([, text]) => text !== ''));
  const parsed = Report.safeParse(filled, { reportInput: true });
  const problems = {
    ...Object.fromEntries((parsed.error?.issues ?? []).map((issue) => [String(issue.path[0]), sentenceFor(issue, language)])),
    ...(named !== undefined && 'why' in named && { owner: say(named.why, language) }),
  };
  if (!parsed.success || Object.keys(problems).length > 0) return { ...refused, status: 422, problems };
  const owner = named !== undefined && 'person' in named ? { owner: named.person.id } : {};
  return reportNonconformity(api, caller, { ...parsed.data, ...owner }, sha256(`${caller.id} ${refused.key}`));
}

async function show(
  api: Api,
  request: Request,
  response: Response,
  caller: Caller,
  sent: Partial<Refused> & { reported?: string },
): Promise<void> {
  const { status = 200, key = randomUUID(), ...page } = sent;
  const made = page.reported === undefined ? undefined : await api.store.nonconformities.get(page.reported);
  const reported = made?.reportedBy === caller.id ? { id: made.id, title: made.title } : undefined;
  const kinds = Noticed.options;
  response.status(status).send(reportPage({ ...(await signedInFrame(api, request, caller)), ...page, kinds, key, reported }));
}
