import { hashPassword } from '../../../api/passwords.ts';
import { systemNow } from '../../../domain/clock.ts';
import type { Store } from '../../../models/store.ts';
import { password } from '../product.ts';

export type Said = { status: number; body: { code?: string } & Record<string, unknown> };
export type Request = { method: 'GET' | 'POST' | 'PATCH'; path: string; body?: unknown; key?: string };

/** Nobody: whoever has left does not get in any more. */
type Seat = { cookie: string; since: number } | 'nobody';

/** A decision takes a sign-in of the last fifteen minutes. */
const signedInMs = 8 * 60_000;

/** Everybody at a desk of their own: signed in with a password, and asking the API as a page of ours does. */
export class Desks {
  private readonly seats = new Map<string, Promise<Seat | undefined>>();
  private readonly api: () => string;
  private readonly store: Store;

  private constructor(api: () => string, store: Store) {
    this.api = api;
    this.store = store;
  }

  /** Gives everybody a password. `api` is where the API is at the moment. */
  static async for(api: () => string, store: Store): Promise<Desks> {
    const passwordHash = await hashPassword(password);
    const known = { passwordHash, changedAt: systemNow() };
    const people = await store.people.ids({ status: 'active' });
    for (const id of people) await store.credentials.set(id, known);
    await store.credentials.insertMissing(people.map((id) => ({ id, ...known })));
    return new Desks(api, store);
  }

  /** Undefined where nobody knows: no answer, a server that is away, or the same request still on its way. */
  async ask(person: string, { method, path, body, key }: Request): Promise<Said | undefined> {
    const seat = await this.seatOf(person);
    if (seat === undefined) return undefined;
    if (seat === 'nobody') return { status: 401, body: {} };
    const said = await this.send(method, path, body, {
      ...{ cookie: seat.cookie, 'sec-fetch-site': 'same-origin' },
      ...(key !== undefined && { 'idempotency-key': key }),
    });
    if (said?.status === 401) this.seats.delete(person);
    return said === undefined || said.status >= 500 || said.body.code === 'inProgress' ? undefined : said;
  }

  private async seatOf(person: string): Promise<Seat | undefined> {
    const seat = await this.seats.get(person);
    if (seat !== undefined && seat !== 'nobody' && performance.now() - seat.since < signedInMs) return seat;
    const signingIn = this.signIn(person);
    this.seats.set(person, signingIn);
    return signingIn;
  }

  private async signIn(person: string): Promise<Seat | undefined> {
    const email = (await this.store.people.get(person))?.email;
    const since = performance.now();
    const answer = await this.fetched('POST', '/session', { email, password }, {});
    if (answer?.status === 401) return 'nobody';
    if (answer?.status !== 201) return undefined;
    const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    return { cookie: cookies.join('; '), since };
  }

  private async send(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Said | undefined> {
    const answer = await this.fetched(method, path, body, headers);
    const said = (await answer?.json().catch(unlessNoAnswer)) as Said['body'] | undefined;
    return answer === undefined || said === undefined ? undefined : { status: answer.status, body: said };
  }

  private fetched(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Response | undefined> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } };
    const options = { method, headers, ...sent, signal: AbortSignal.timeout(20_000) };
    return fetch(`${this.api()}/api/v1${path}`, options).catch(unlessNoAnswer);
  }
}

/** The API is away, or went away in the middle of its answer. */
function unlessNoAnswer(failure: unknown): undefined {
  if (!['TypeError', 'TimeoutError', 'SyntaxError'].includes((failure as Error).name)) throw failure;
}
