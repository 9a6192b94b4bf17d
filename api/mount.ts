import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { z } from 'zod';
import { type Detail, notFound, Refusal } from '../domain/refusal.ts';
import { note } from '../log.ts';
import { callerFrom, hasBearer, signInFirst } from './callers.ts';
import type { Api } from './deps.ts';
import { refuseDeep } from './depth.ts';
import { Download, sendDownload } from './download.ts';
import { type Endpoint, Reply } from './endpoint.ts';
import { type Answer, type Attempt, attemptOf, wasSent } from './idempotency.ts';
import type { Limits } from './limits.ts';
import { refuseForeignOrigin } from './origin.ts';
import { sentenceFor } from './plain/words.ts';
import { type Caller, rules } from './policy.ts';
import { languageOf, problemOf, refusalOf } from './problem.ts';
import { receiveFiles } from './receiveFiles.ts';
import { namedBy } from './routes.ts';

const json = express.json({ limit: '1mb', type: ['application/json', 'application/*+json'] });

/** The routes of a list of endpoints. */
export function mount(endpoints: readonly Endpoint[], api: Api, limits: Limits): Router {
  const router = Router({ caseSensitive: true });
  for (const one of endpoints) {
    const path = one.path.replace(/\{(\w+)\}/g, ':$1');
    const before = [...bodyParser(one), ...(one.limit === undefined ? [] : limits[one.limit])];
    router[one.method](path, ...before, (request, response) => serve(one, api, request, response));
  }
  return router;
}

function bodyParser({ body, file, files }: Endpoint): RequestHandler[] {
  if (files !== undefined) return [];
  if (file !== undefined) return [fileParser(file.megabytes)];
  return body === undefined ? [] : [refuseOtherThanJson, json];
}

function fileParser(megabytes: number): RequestHandler {
  const raw = express.raw({ type: () => true, limit: `${megabytes}mb` });
  const tooLarge = () => new Refusal(413, 'tooLarge', `The file has more than ${megabytes} MB. Split it and import the parts.`);
  return (request, response, next) =>
    raw(request, response, (fault: unknown) =>
      next((fault as { type?: unknown } | undefined)?.type === 'entity.too.large' ? tooLarge() : fault),
    );
}

const refuseOtherThanJson: RequestHandler = (request, _response, next) => {
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (!hasBody || request.is(['json', '+json'])) next();
  else next(new Refusal(415, 'unsupportedMediaType', 'Send the body as application/json.'));
};

/** One request: who asks, may they, what do they say, was it said before, do it, and let nothing out that the output does not list. */
async function serve(one: Endpoint, api: Api, request: Request, response: Response): Promise<void> {
  const caller = await admitted(one, api, request);
  noteSubject(one, request);
  if (one.files !== undefined) await receive(one.files, one, api, request, response, caller as Caller);
  const given = { params: paramsOf(one, request), query: checked(one.query, request.query, 400, ''), body: bodyOf(one, request) };
  const handle = (attempt: { key: string; repeated: boolean }) =>
    one.handle({ ...given, ...attempt, caller: caller as Caller, api, request, response });
  if (one.method !== 'post' || one.idempotent === false) {
    const made = await handle({ key: '', repeated: false });
    return made instanceof Download ? sendDownload(response, made) : send(response, answerOf(one, made), one.text);
  }
  const attempt = await attemptOf(api.store, request, caller?.id ?? '');
  if (attempt.state === 'new') return send(response, await once(attempt, request, async (state) => answerOf(one, await handle(state))));
  response.set('Idempotency-Replayed', 'true');
  send(response, attempt.answer);
}

function noteSubject({ path }: Endpoint, { params }: Request): void {
  if (/^\/api\/v1\/(tasks|runs)\/\{id\}/.test(path)) note(namedBy(String(params.id)));
}

/** Files are read only when they are welcome; what came of them is the body. */
async function receive(
  { welcome }: NonNullable<Endpoint['files']>,
  one: Endpoint,
  api: Api,
  request: Request,
  response: Response,
  caller: Caller,
): Promise<void> {
  await welcome({ params: paramsOf(one, request), caller, api, repeated: await wasSent(api.store, request, caller.id) });
  const { files } = await receiveFiles(request, response, api.evidence);
  request.body = { files };
}

async function admitted(one: Endpoint, api: Api, request: Request): Promise<Caller | undefined> {
  if (one.admit !== undefined) {
    one.admit(request, api);
    return undefined;
  }
  const caller = await callerFrom(request, api.store);
  if (one.method !== 'get' && !hasBearer(request)) refuseForeignOrigin(request, api.config.publicUrl);
  if (one.allow === 'anyone') return caller;
  if (caller === undefined) throw signInFirst();
  if (!rules[one.allow](caller)) throw new Refusal(403, 'forbidden', 'Your roles do not allow this.');
  return caller;
}

/** Does the work and keeps its answer; what has no final answer may be sent again with the same key. */
async function once(
  attempt: Extract<Attempt, { state: 'new' }>,
  request: Request,
  work: (attempt: { key: string; repeated: boolean }) => Promise<Answer>,
): Promise<Answer> {
  try {
    const answer = await work(attempt);
    await attempt.answer(answer);
    return answer;
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal === undefined || refusal.status >= 500 || isPassing(refusal)) await attempt.giveUp();
    else await attempt.answer({ status: refusal.status, body: JSON.stringify(problemOf(refusal, languageOf(request))) });
    throw thrown;
  }
}

/** A "not now": the same request may succeed a moment later. */
const isPassing = ({ code }: Refusal): boolean => ['notOpenYet', 'importRunning', 'departureRunning'].includes(code);

function answerOf(one: Endpoint, made: unknown): Answer {
  const { status, body } = made instanceof Reply ? made : { status: one.status ?? 200, body: made };
  if (one.output === undefined || status === 204) return { status, body: '' };
  return { status, body: one.text === undefined ? JSON.stringify(one.output.parse(body)) : String(one.output.parse(body)) };
}

function send(response: Response, { status, body }: Answer, text?: string): void {
  response.status(status);
  if (body === '') response.end();
  else if (text !== undefined) response.set('Content-Type', text).send(body);
  else response.type(status >= 400 && body.startsWith('{"type":"urn:') ? 'application/problem+json' : 'application/json').send(body);
}

function paramsOf(one: Endpoint, request: Request): unknown {
  const parsed = one.params?.safeParse(request.params);
  // An id that cannot be one is an unknown id.
  if (parsed?.success === false) throw notFound();
  return parsed?.data ?? {};
}

function bodyOf(one: Endpoint, request: Request): unknown {
  if (one.file !== undefined) return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (one.body === undefined) return undefined;
  refuseDeep(request.body);
  return checked(one.body, request.body ?? {}, 422, '');
}

function checked(schema: z.ZodType | undefined, value: unknown, status: number, root: string): unknown {
  if (schema === undefined) {
    if (value !== undefined && Object.keys(value as object).length > 0) throw invalid(status, unknownFields(Object.keys(value as object)));
    return {};
  }
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw invalid(status, detailsOf(parsed.error, root));
}

export const invalid = (status: number, details: readonly Detail[]): Refusal =>
  new Refusal(status, 'invalid', details.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; '), details);

const unknownFields = (names: readonly string[]): Detail[] => names.map((path) => ({ path, message: 'is not a field of this' }));

/** The places of what zod refuses, each below `root`; an unknown field is a place of its own. */
export function detailsOf(error: z.ZodError, root: string): Detail[] {
  return error.issues.flatMap((issue) => {
    const path = [...(root === '' ? [] : [root]), ...issue.path.map(String)];
    if (issue.code === 'unrecognized_keys') return unknownFields(issue.keys.map((key) => [...path, key].join('.')));
    return [{ path: path.join('.'), message: issue.message, de: sentenceFor(issue, 'de') }];
  });
}
