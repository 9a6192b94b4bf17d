import { rm } from 'node:fs/promises';
import type { MongoServer } from '../../stack/mongo.ts';
import type { TemporalServer } from '../../stack/temporal.ts';

type Servers = { temporal?: TemporalServer; mongo?: MongoServer; folder: string };

/** SIGKILL: what they keep is thrown away, and SIGTERM takes seconds. */
export default async function globalTeardown(): Promise<void> {
  const { temporal, mongo, folder } = (globalThis as typeof globalThis & { servers: Servers }).servers;
  await temporal?.stop('SIGKILL');
  await mongo?.stop('SIGKILL');
  await rm(folder, { recursive: true, force: true });
}
