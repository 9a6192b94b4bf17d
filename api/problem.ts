import { STATUS_CODES } from 'node:http';
import { ServiceError } from '@temporalio/client';
import type { Request } from 'express';
import type { Language } from '../domain/records/common.ts';
import { type Detail, Refusal } from '../domain/refusal.ts';
import { isSaid, say } from './plain/words.ts';

/** RFC 9457, with a code for programs and the places of what is wrong. */
export type Problem = { type: string; title: string; status: number; code: string; detail: string; errors: readonly Detail[] };

const unavailable = () =>
  new Refusal(503, 'unavailable', 'Nothing was lost: the database or the workflow server is not reachable. Try again in a moment.');

/** Seconds after which the same request may succeed. */
const retryAfter: Record<string, number> = {
  unavailable: 5,
  notRunning: 60,
  inProgress: 1,
  notOpenYet: 1,
  importRunning: 10,
  departureRunning: 5,
};

export const retryAfterOf = (refusal: Refusal): number | undefined => retryAfter[refusal.code];

/** The language in which people are to be told; programs, which ask for none, are told in English. */
export const languageOf = (request: Pick<Request, 'acceptsLanguages'>): Language =>
  request.acceptsLanguages('en', 'de') === 'de' ? 'de' : 'en';

export const problemOf = (refusal: Refusal, language: Language = 'en'): Problem => ({
  type: `urn:fourstroke:problem:${refusal.code}`,
  title: STATUS_CODES[refusal.status] ?? 'Error',
  ...{ status: refusal.status, code: refusal.code, detail: sentenceIn(refusal, language) },
  errors: refusal.details.map(({ path, message, de }) => ({ path, message: language === 'de' ? (de ?? say('wrong', 'de')) : message })),
});

function sentenceIn({ status, code, message }: Refusal, language: Language): string {
  if (language === 'en') return message;
  if (status === 503) return say('unavailable', language);
  if (code === 'invalid') return say('wrong', language);
  return isSaid(code) ? say(code, language) : message;
}

type Thrown = { name?: unknown; type?: unknown; code?: unknown; status?: unknown; cause?: unknown; message?: unknown };

/** What the body parser and the router say about a request that cannot be read. */
const unreadable: Record<string, () => Refusal> = {
  'entity.too.large': () => new Refusal(413, 'tooLarge', 'The body of the request is too large.'),
  'entity.parse.failed': () => new Refusal(400, 'malformed', 'The body of the request is not valid JSON.'),
  'encoding.unsupported': () => new Refusal(415, 'unsupportedEncoding', 'The content encoding of the request is not supported.'),
  'charset.unsupported': () => new Refusal(415, 'unsupportedEncoding', 'The character set of the request is not supported.'),
  'parameters.too.many': () => new Refusal(413, 'tooLarge', 'The form has too many fields.'),
  'request.aborted': () => new Refusal(400, 'malformed', 'The request was cut off.'),
  'request.size.invalid': () => new Refusal(400, 'malformed', 'The request is not as long as it says.'),
};

/** What zlib says of a body that is not compressed as its header says; the body parser passes it on as it is. */
const isBrokenCompression = ({ code, status }: Thrown): boolean => status === 400 && /^Z_/.test(String(code));

// The driver's name of a connection that a hanging server took with it has no prefix.
const mongoIsGone =
  /^(Mongo(ServerSelection|Network|NetworkTimeout|NotConnected|TopologyClosed|PoolCleared|PoolClosed|WaitQueueTimeout|OperationTimeout)|PoolClearedOnNetwork)/;
// gRPC: CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, FAILED_PRECONDITION (a workflow whose turn keeps failing takes no update), ABORTED, UNAVAILABLE
const temporalIsGone = new Set([1, 4, 8, 9, 10, 14]);

/** The business "no" behind something thrown at the edge; undefined when it is a fault. */
export function refusalOf(thrown: unknown): Refusal | undefined {
  if (thrown instanceof Refusal) return thrown;
  const { name, type, status, message } = (thrown ?? {}) as Thrown;
  if (typeof type === 'string' && unreadable[type] !== undefined) return unreadable[type]();
  if (isBrokenCompression((thrown ?? {}) as Thrown))
    return new Refusal(400, 'malformed', 'The body of the request is not compressed as its Content-Encoding says.');
  if (thrown instanceof URIError && status === 400)
    return new Refusal(404, 'notFound', 'There is nothing here, or nothing that you may see.');
  if (isUnreachable(thrown)) return unavailable();
  if (name === 'MongooseError' && String(message).includes('initial connection')) return unavailable();
  return undefined;
}

function isUnreachable(thrown: unknown): boolean {
  const { name, cause } = (thrown ?? {}) as Thrown;
  if (mongoIsGone.test(String(name))) return true;
  if (name === 'WorkflowUpdateRPCTimeoutOrCancelledError') return true;
  return thrown instanceof ServiceError && temporalIsGone.has((cause as { code?: number } | undefined)?.code ?? -1);
}
