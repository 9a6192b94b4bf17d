/** What the API said instead of what was asked for. `errors` name the places that are wrong. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly { path: string; message: string }[];

  constructor(
    status: number,
    { code = 'fault', detail = '', errors = [] }: { code?: string; detail?: string; errors?: Problem['errors'] },
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

type Query = Record<string, string | number | undefined>;

const addressOf = (path: string, query: Query = {}): string => {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return `/api/v1${path}${given.length === 0 ? '' : `?${new URLSearchParams(given)}`}`;
};

async function answerOf<T>(response: Response): Promise<T> {
  if (response.status === 401) signIn();
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json') === true;
  throw new Problem(response.status, isProblem ? await response.json() : {});
}

/** Signing in is a page without script; it leads back here. */
export function signIn(): never {
  location.assign(`/sign-in?returnTo=${encodeURIComponent(location.pathname)}`);
  throw new Problem(401, { code: 'unauthenticated' });
}

/** @throws Problem, and TypeError when nobody answers */
export const read = async <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  answerOf(await fetch(addressOf(path, query), { headers: { Accept: 'application/json' }, ...(signal !== undefined && { signal }) }));

/** The same `key` again is the same request: it may be sent until there is an answer. @throws Problem, and TypeError when nobody answers */
export const send = async <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body: unknown, key: string): Promise<T> =>
  answerOf(
    await fetch(addressOf(path), {
      method,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
    }),
  );
