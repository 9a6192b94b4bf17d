import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { sha256 } from '../../api/callers.ts';
import { hashPassword } from '../../api/passwords.ts';
import { createApi } from '../../api/server.ts';
import { lazyConnection } from '../../api/temporal.ts';
import { type Clock, makeClock, systemNow } from '../../domain/clock.ts';
import { diskEvidence } from '../../models/evidence/disk.ts';
import type { EvidenceStore } from '../../models/evidence/evidenceStore.ts';
import { openStore, type Store } from '../../models/store.ts';
import { fileReader } from '../support/fileReader.ts';
import { keptLog, type Line } from '../support/logLines.ts';
import { foundOrganization, ids } from '../support/organization.ts';

export type Answer = { status: number; headers: Headers; body: never; text: string };
export type Asking = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

export type Product = {
  url: string;
  store: Store;
  lines: Line[];
  evidence: EvidenceStore;
  /** Asks as the holder of a token. */
  as(person: string): Asking;
  /** What says who asks, for requests of one's own. */
  headersOf(person: string): Record<string, string>;
  /** Asks without any credential. */
  asNobody: Asking;
  stop(): Promise<void>;
};

const secret = 'a secret that is only used in tests, 32+';
export const password = 'correct horse battery';

const tokenOf = (person: string): string => `token-of-${person}-0123456789`;
const headersOf = (person: string): Record<string, string> => ({ Authorization: `Bearer ${tokenOf(person)}` });

/** A person with one role and a token, beside those of the small organization. */
export async function addPerson(store: Store, id: string, role: string): Promise<void> {
  const at = systemNow();
  const person = {
    id,
    version: 1,
    name: `Person ${id}`,
    email: `${id}@tessel.example`,
    site: 'head-office',
    language: 'en',
    absences: [],
    status: 'active',
  };
  await store.people.insert({ ...person, roles: [{ role }], updatedAt: at } as never);
  await addToken(store, id);
}

export async function addToken(store: Store, person: string): Promise<void> {
  await store.tokens.insert({ id: sha256(tokenOf(person)), person, name: 'test', createdAt: systemNow() });
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** The API over real HTTP on a database of its own. Without an address Temporal cannot be reached. */
export async function startApi(
  options: {
    temporal?: { address: string; namespace: string };
    store?: Store;
    publicUrl?: string;
    metricsToken?: string;
    evidence?: EvidenceStore;
    /** Where the test moves the clock of the organization. */
    clock?: Clock;
  } = {},
): Promise<Product> {
  const store = options.store ?? (await ownStore());
  const { address, namespace } = options.temporal ?? { address: '127.0.0.1:1', namespace: 'default' };
  const connection = lazyConnection(address);
  const client = new Client({ connection, namespace });
  const clock = options.clock ?? makeClock({ speed: 1, origin: systemNow() });
  const evidence = options.evidence ?? diskEvidence(join(process.env.TEST_FOLDER ?? '', `evidence-${randomUUID()}`), undefined);
  const { log, lines } = keptLog('api');
  // A pause of a busy machine between two requests must not end the connection under the second one.
  const server = createServer({ keepAliveTimeout: 120_000 });
  const port = await listening(server);
  const url = `http://127.0.0.1:${port}`;
  server.on(
    'request',
    createApi({
      store,
      client,
      clock,
      log,
      fileReader,
      evidence,
      config: { publicUrl: options.publicUrl ?? url, secret, metricsToken: options.metricsToken },
    }),
  );
  const asking =
    (credentials: Record<string, string>): Asking =>
    async (method, path, body, headers = {}) => {
      const json = body !== undefined && typeof body !== 'string' && !Buffer.isBuffer(body);
      const answer = await fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        headers: { ...(json && { 'Content-Type': 'application/json' }), ...credentials, ...headers },
        ...(body !== undefined && { body: json ? JSON.stringify(body) : (body as string) }),
      });
      const text = await answer.text();
      const isJson = /json/.test(answer.headers.get('Content-Type') ?? '');
      return {
        status: answer.status,
        headers: answer.headers,
        text,
        body: (isJson && text !== '' ? JSON.parse(text) : undefined) as never,
      };
    };
  return {
    ...{ url, store, evidence, lines },
    as: (person) => asking(headersOf(person)),
    headersOf,
    asNobody: asking({}),
    async stop() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await connection.close();
      if (options.store === undefined) await store.close();
    },
  };
}

async function ownStore(): Promise<Store> {
  const base = process.env.TEST_MONGODB_URI;
  if (base === undefined) throw new Error('TEST_MONGODB_URI is not set: run this test through its project');
  const store = await openStore(base.replace(/\/[^/?]*(\?|$)/, `/a${randomUUID().replaceAll('-', '')}$1`));
  await store.createIndexes();
  await foundOrganization(store);
  await addToken(store, ids.hanna);
  await addToken(store, ids.lukas);
  await addToken(store, ids.tove);
  await store.credentials.insert({ id: ids.hanna, passwordHash: await hashPassword(password), changedAt: systemNow() });
  return store;
}

export { ids };
