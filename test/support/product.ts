import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { linkId } from '../../activities/links.ts';
import { createApi } from '../../api/server.ts';
import { systemNow } from '../../domain/clock.ts';
import { type Engine, type EngineOptions, secret, startEngine } from './engine.ts';
import { fileReader } from './fileReader.ts';

export type Answer<T = never> = { status: number; body: T };
export type Asking = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

export type Product = Engine & {
  url: string;
  /** Asks the API with a token of this person. */
  as(person: string): Asking;
};

const tokenOf = (person: string): string => `only-used-in-tests-${person}-0123456789`;

/** Everything but the stack: API, worker, Temporal, database and mail on real servers, in this process. */
export async function startProduct(options: EngineOptions = {}): Promise<Product> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const engine = await startEngine({ ...options, publicUrl: url });
  const { store, client, clock, deps } = engine;
  server.on(
    'request',
    createApi({
      ...{ store, client, clock, log: deps.log, fileReader, config: { publicUrl: url, secret } },
      operations: { advice: [], relay: engine.relay },
    }),
  );
  return {
    ...engine,
    url,
    as: (person) => async (method, path, body, headers) => {
      // A token is found by its SHA-256, as a link is.
      await store.tokens.insertMissing([{ id: linkId(tokenOf(person)), person, name: 'test', createdAt: systemNow() }]);
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${tokenOf(person)}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await answer.json()) as never };
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
