import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { linkId } from '../../activities/links.ts';
import { hashPassword } from '../../api/passwords.ts';
import { createApi } from '../../api/server.ts';
import { systemNow } from '../../domain/clock.ts';
import { diskEvidence } from '../../models/evidence/disk.ts';
import { type Engine, type EngineOptions, secret, startEngine } from './engine.ts';
import { fileReader } from './fileReader.ts';

export type Answer<T = never> = { status: number; body: T };
export type Asking = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

export type Product = Engine & {
  url: string;
  /** Asks the API with a token of this person. */
  as(person: string): Asking;
  /** Signs this person in with a password of theirs, and asks the API as a page of ours would. */
  signedIn(person: string): Promise<Asking>;
  /** The value of an Authorization header for this person. */
  tokenFor(person: string): Promise<string>;
};

/** The password of everybody who signs in. */
export const password = 'four words of mine';

const tokenOf = (person: string): string => `only-used-in-tests-${person}-0123456789`;

/** A pause of a busy machine between two requests must not end the connection under the second one. */
const patient = { keepAliveTimeout: 120_000 };

/** Everything but the stack: API, worker, Temporal, database and mail on real servers, in this process. */
export async function startProduct({
  evidenceDir,
  cockpit,
  ...options
}: EngineOptions & { evidenceDir?: string; cockpit?: URL } = {}): Promise<Product> {
  const server = createServer(patient);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const engine = await startEngine({ ...options, publicUrl: url });
  const { store, client, clock, deps } = engine;
  const evidence = diskEvidence(evidenceDir ?? join(process.env.TEST_FOLDER ?? '', `evidence-${randomUUID()}`), undefined);
  server.on(
    'request',
    createApi({
      ...{ store, client, clock, evidence, log: deps.log, fileReader, config: { publicUrl: url, secret } },
      operations: { advice: [], relay: engine.relay },
      ...(cockpit !== undefined && { cockpit }),
    }),
  );
  const send = (method: string, path: string, body: unknown, headers: Record<string, string>) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const asking =
    (credentials: Record<string, string>): Asking =>
    async (method, path, body, headers = {}) => {
      const answer = await send(method, path, body, { ...credentials, ...headers });
      return { status: answer.status, body: (await answer.json()) as never };
    };
  async function tokenFor(person: string): Promise<string> {
    // A token is found by its SHA-256, as a link is.
    await store.tokens.insertMissing([{ id: linkId(tokenOf(person)), person, name: 'test', createdAt: systemNow() }]);
    return `Bearer ${tokenOf(person)}`;
  }
  return {
    ...engine,
    url,
    tokenFor,
    as: (person) => async (method, path, body, headers) => {
      return asking({ authorization: await tokenFor(person) })(method, path, body, headers);
    },
    async signedIn(person) {
      await store.credentials.insertMissing([{ id: person, passwordHash: await hashPassword(password), changedAt: systemNow() }]);
      const email = (await store.people.get(person))?.email;
      const { headers } = await send('POST', '/session', { email, password }, {});
      return asking({
        cookie: headers
          .getSetCookie()
          .map((cookie) => cookie.split(';')[0])
          .join('; '),
        'sec-fetch-site': 'same-origin',
      });
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      await engine.stop();
    },
  };
}
