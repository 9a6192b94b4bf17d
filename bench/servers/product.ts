import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { readConfig } from '../../config.ts';
import { openStore, type Store } from '../../models/store.ts';
import { claimFreePort } from '../../stack/portClaims.ts';
import { type StackDescription, startStack } from '../../stack/stack.ts';
import type { ProfileSummary } from '../statistics/profile.ts';
import { type Asking, asking } from './http.ts';
import { profilesIn } from './profiles.ts';
import { programs } from './programs.ts';

/** The product as `npm start` runs it: built processes, embedded servers of its own, an organization without content. */
export type Product = {
  store: Store;
  client: Client;
  stack: StackDescription;
  /** Files of everything beside the stack. */
  folder: string;
  as(token: string): Asking;
  manager: Asking;
  /** Stops everything and forgets all data; where time was spent since the start, by thread, if it was profiled. */
  stop(): Promise<Record<string, ProfileSummary>>;
};

/** Of the first ISMS manager. */
export const password = 'a password to measure with';

/** How long a letterbox gathers here, in ms; nothing happens meanwhile. */
export const gatherMs = 1_000;

export async function startProduct({ profiled = false }: { profiled?: boolean } = {}): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'fourstroke-bench-'));
  const place = { PORT: String(await claimFreePort()), DATA_DIR: join(folder, 'data') };
  const config = readConfig({ ...place, EXAMPLE: 'off', ADMIN_PASSWORD: password });
  const running = await startStack({
    ...{ config, say: () => undefined, halt: new AbortController().signal, usualPorts: false },
    programs: programs(profiled ? folder : undefined),
  });
  const stack = running.describe();
  const store = await openStore(stack.mongodb);
  await store.settings.set('settings', { mail: { gatherSeconds: gatherMs / 1000 } });
  const connection = await Connection.connect({ address: stack.temporal });
  const since = Number(process.hrtime.bigint() / 1000n);
  return {
    ...{ store, stack, folder, client: new Client({ connection }) },
    ...{ as: (token) => asking(stack.api, token), manager: asking(stack.api, stack.token) },
    async stop() {
      const pids = { ...stack.pids };
      await connection.close();
      await store.close();
      await running.stop();
      const profiles = await profilesIn(folder, pids, since);
      await rm(folder, { recursive: true, force: true });
      return profiles;
    },
  };
}
