import { Problem } from './problem.ts';

export { Problem };

export type Query = Record<string, string | number | undefined>;

const addressOf = (path: string, query: Query = {}): string => {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return `/api/v1${path}${given.length === 0 ? '' : `?${new URLSearchParams(given)}`}`;
};

/** What the API says is said in the language of the page. */
const spoken = () => ({ Accept: 'application/json', 'Accept-Language': document.documentElement.lang });

async function answerOf<T>(response: Response): Promise<T> {
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json') === true;
  throw new Problem(response.status, isProblem ? await response.json() : {}, response.headers.get('Content-Language') ?? undefined);
}

/** Signing in is a page without script; it leads back here. */
export const signIn = (): void => location.assign(`/sign-in?returnTo=${encodeURIComponent(location.pathname)}`);

/** @throws Problem, and TypeError when nobody answers */
export async function read<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return answerOf(await fetch(addressOf(path, query), { headers: spoken(), ...(signal !== undefined && { signal }) }));
}

/** The same `key` again is the same request: it may be sent until there is an answer. Nobody is led away from what they have typed. @throws Problem, and TypeError when nobody answers */
export const send = async <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body: unknown, key: string): Promise<T> =>
  answerOf(
    await fetch(addressOf(path), {
      method,
      headers: { ...spoken(), 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
    }),
  );

/** Asks what takes a body to say; nothing comes of it, so it needs no key. @throws Problem, and TypeError when nobody answers */
export const ask = async <T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> =>
  answerOf(
    await fetch(addressOf(path), {
      method: 'POST',
      headers: { ...spoken(), 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal !== undefined && { signal }),
    }),
  );

/** The same for files. */
export const sendFiles = async <T>(path: string, files: readonly File[], key: string): Promise<T> => {
  const body = new FormData();
  for (const file of files) body.append('file', file);
  return answerOf(await fetch(addressOf(path), { method: 'POST', headers: { ...spoken(), 'Idempotency-Key': key }, body }));
};

/** A file as it is: what it is is seen from its content. @throws Problem, and TypeError when nobody answers */
export const sendFile = async <T>(path: string, query: Query, file: Blob, key: string): Promise<T> =>
  answerOf(
    await fetch(addressOf(path, query), {
      method: 'POST',
      headers: { ...spoken(), 'Content-Type': 'application/octet-stream', 'Idempotency-Key': key },
      body: file,
    }),
  );
