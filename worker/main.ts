import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime } from '@temporalio/worker';
import pino from 'pino';
import { createAnnounce } from '../activities/announce.ts';
import { createRelay } from '../activities/relay.ts';
import { tellScheduler } from '../activities/startOnce.ts';
import { readServiceConfig } from '../config.ts';
import { makeClock } from '../domain/clock.ts';
import { untilItWorks } from '../models/patience.ts';
import { openStore, type Store } from '../models/store.ts';
import { registerSearchAttributes, scheduleUpkeep } from './preparations.ts';
import { startWorker } from './worker.ts';

const config = readServiceConfig();
const log = pino({ level: config.logLevel, name: 'worker' });
const bundle = fileURLToPath(new URL('../workflows.bundle.js', import.meta.url));

Runtime.install({
  logger: {
    log: (level, message, meta) =>
      log[level === 'TRACE' ? 'trace' : (level.toLowerCase() as 'debug' | 'info' | 'warn' | 'error')]({ ...meta }, message),
    trace: (message, meta) => log.trace({ ...meta }, message),
    debug: (message, meta) => log.debug({ ...meta }, message),
    info: (message, meta) => log.debug({ ...meta }, message),
    warn: (message, meta) => log.warn({ ...meta }, message),
    error: (message, meta) => log.error({ ...meta }, message),
  },
  telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
  shutdownSignals: [],
});

const waiting = (what: string) => (failure: unknown) => log.warn({ reason: (failure as Error).message }, `waiting for ${what}`);

/** The clock counts from the creation of the organization, which the API writes at its first start. */
async function organizationOf(store: Store) {
  const organization = await store.organization.get('organization');
  if (organization === undefined) throw new Error('the organization is not created yet');
  return organization;
}

const store = await untilItWorks(() => openStore(config.mongodbUri), waiting('the database'));
const organization = await untilItWorks(() => organizationOf(store), waiting('the organization'));
const clock = makeClock({ speed: config.clockSpeed, origin: organization.createdAt });
const connection = await untilItWorks(() => Connection.connect({ address: config.temporalAddress }), waiting('Temporal'));
const native = await untilItWorks(() => NativeConnection.connect({ address: config.temporalAddress }), waiting('Temporal'));
const client = new Client({ connection, namespace: config.temporalNamespace });
store.announce = createAnnounce({ store, client, log });
await untilItWorks(() => registerSearchAttributes(connection, config.temporalNamespace), waiting('Temporal'));

const relay = createRelay({ url: config.smtpUrl, redirectTo: config.mailRedirectTo });
const deps = { store, client, clock, log, relay, publicUrl: config.publicUrl, from: config.mailFrom, secret: config.secret };
const worker = await untilItWorks(
  () => startWorker({ connection: native, namespace: config.temporalNamespace, bundle, deps }),
  waiting('Temporal'),
);
await untilItWorks(() => scheduleUpkeep(client, clock), waiting('Temporal'));
await untilItWorks(() => tellScheduler(client), waiting('Temporal'));
log.info('worker is running');
process.send?.({ ready: true });

async function stop(): Promise<void> {
  await worker.stop();
  relay.close();
  await native.close();
  await connection.close();
  await store.close();
}

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    stop().then(
      () => process.exit(0),
      (failure: unknown) => {
        log.error(failure, 'the worker did not stop cleanly');
        process.exit(1);
      },
    );
  });
worker.stopped.catch((failure: unknown) => {
  log.fatal(failure, 'the worker has failed');
  process.exit(1);
});
