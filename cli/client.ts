import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Connection } from './connection.ts';
import { oneLine, Refused, Unreachable } from './failures.ts';

type Query = Record<string, string | undefined>;
type Sent = { body: string | Uint8Array<ArrayBuffer>; type: string };
type Method = 'GET' | 'POST' | 'PUT';

/** The HTTP API; each answer is checked for what the command needs of it. */
export type Client = {
  get<T extends z.ZodType>(path: string, answer: T, query?: Query): Promise<z.output<T>>;
  /** What everybody may know of its parts, whether or not all are there; asked once. */
  ready<T extends z.ZodType>(answer: T): Promise<z.output<T>>;
  post<T extends z.ZodType>(path: string, body: unknown, answer: T): Promise<z.output<T>>;
  put<T extends z.ZodType>(path: string, body: unknown, answer: T): Promise<z.output<T>>;
  /** Sends a file as it is. */
  upload<T extends z.ZodType>(
    path: string,
    file: { bytes: Uint8Array<ArrayBuffer>; type: string },
    answer: T,
    query?: Query,
  ): Promise<z.output<T>>;
  /** Receives a file piece by piece. */
  download(path: string, query?: Query): Promise<AsyncIterable<Uint8Array>>;
};

type Options = Connection & {
  /** Told when the product is not ready and we try again. */
  progress(sentence: string): void;
  wait(ms: number): Promise<void>;
};

const Problem = z.object({
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});

// Verifying a long trail takes minutes.
const answerWithinMs = 600_000;
const readyWithinMs = 30_000;
const mostTries = 6;
const longestPauseS = 15;

/** Faults in which the request cannot have arrived, so that trying again at once is pointless. */
const nobodyThere = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'CERT_HAS_EXPIRED']);

/**
 * A client of the product. A request that is answered with "not now" or whose answer is lost is sent again with the same Idempotency-Key,
 * so that it is done once.
 * @throws Refused with the product's sentence, Unreachable when nobody answers as the product does
 */
export function createClient({ url, token, progress, wait }: Options): Client {
  async function request<T extends z.ZodType>(
    method: Method,
    path: string,
    answer: T,
    sent?: Sent,
    query: Query = {},
  ): Promise<z.output<T>> {
    const target = targetOf(path, query);
    return understood(target, answer, await exchange(method, target, sent));
  }

  function targetOf(path: string, query: Query): URL {
    const target = new URL(`${url}/api/v1${path}`);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) target.searchParams.set(name, value);
    return target;
  }

  function exchange(method: Method, target: URL, sent?: Sent): Promise<Response> {
    const headers = {
      Accept: 'application/json',
      Authorization: `Bearer ${token}`,
      ...(sent !== undefined && { 'Content-Type': sent.type }),
      ...(method === 'POST' && { 'Idempotency-Key': randomUUID() }),
    };
    const send = () => fetch(target, { method, headers, body: sent?.body ?? null, signal: AbortSignal.timeout(answerWithinMs) });
    return patiently(target, send);
  }

  async function patiently(target: URL, send: () => Promise<Response>): Promise<Response> {
    for (let tries = 1; ; tries += 1) {
      const response = await send().catch((fault: unknown) => lost(target, fault, tries));
      if (response !== undefined && (!isNotNow(response) || tries === mostTries)) return response;
      const seconds = Math.min(Number(response?.headers.get('Retry-After') ?? 1), longestPauseS);
      progress(`${response === undefined ? 'The answer was lost' : 'The product is not ready'}; trying again in ${seconds} s.`);
      await wait(seconds * 1000);
    }
  }

  async function ready<T extends z.ZodType>(answer: T): Promise<z.output<T>> {
    const target = new URL(`${url}/readyz`);
    const response = await fetch(target, { signal: AbortSignal.timeout(readyWithinMs) }).catch((fault: unknown) =>
      lost(target, fault, mostTries),
    );
    const checked = answer.safeParse(parsed((await response?.text()) ?? ''));
    if (checked.success) return checked.data;
    throw new Unreachable(`${target.origin} answers, but not as the product does.`);
  }

  const json = (body: unknown): Sent => ({ body: JSON.stringify(body), type: 'application/json' });
  return {
    ready,
    get: (path, answer, query) => request('GET', path, answer, undefined, query),
    post: (path, body, answer) => request('POST', path, answer, json(body)),
    put: (path, body, answer) => request('PUT', path, answer, json(body)),
    upload: (path, { bytes, type }, answer, query) => request('POST', path, answer, { body: bytes, type }, query),
    async download(path, query = {}) {
      const target = targetOf(path, query);
      const response = await exchange('GET', target);
      if (!response.ok) throw refusalOf(target, response.status, parsed(await response.text()));
      return piecesOf(target, response);
    },
  };
}

async function* piecesOf(target: URL, { body }: Response): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of body ?? []) yield piece;
  } catch (fault) {
    throw new Unreachable(`${target.origin} broke off before the file was complete (${oneLine(fault)}).`, fault);
  }
}

/** "Try again with the same key": something behind the API is down, or the same request is being answered. */
const isNotNow = ({ status, headers }: Response): boolean =>
  [429, 502, 503, 504].includes(status) || (status === 409 && headers.has('Retry-After'));

function lost(target: URL, fault: unknown, tries: number): undefined {
  const cause = (fault as { cause?: { code?: string } }).cause;
  const reason = cause?.code ?? oneLine(cause ?? fault);
  if (tries < mostTries && !nobodyThere.has(reason)) return undefined;
  throw new Unreachable(`${target.origin} does not answer (${reason}). Is the product running?`, fault);
}

async function understood<T extends z.ZodType>(target: URL, answer: T, response: Response): Promise<z.output<T>> {
  const said = parsed(await response.text());
  if (!response.ok) throw refusalOf(target, response.status, said);
  const checked = answer.safeParse(said);
  if (checked.success) return checked.data;
  throw new Unreachable(`${target.origin} answers, but not as this version of the product does (${z.prettifyError(checked.error)}).`);
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined; // what is no JSON is no answer of ours, and is treated so by whoever asked
  }
}

function refusalOf(target: URL, status: number, said: unknown): Error {
  const problem = Problem.safeParse(said);
  if (!problem.success) return new Unreachable(`${target.origin} answers ${status}, but not as the product does.`);
  const { code, detail, errors } = problem.data;
  return status >= 500 ? new Unreachable(detail) : new Refused(code, detail, errors, said);
}
