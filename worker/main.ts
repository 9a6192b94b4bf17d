import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime } from '@temporalio/worker';
import { collectDefaultMetrics } from 'prom-client';
import { createAnnounce } from '../activities/announce.ts';
import { createRelay } from '../activities/relay.ts';
import { tellScheduler } from '../activities/startOnce.ts';
import { readServiceConfig } from '../config.ts';
import { makeClock } from '../domain/clock.ts';
import { scrubbed } from '../domain/impersonal.ts';
import { createLog } from '../log.ts';
import { untilItWorks } from '../models/patience.ts';
import { openStore, type Store } from '../models/store.ts';
import { freePort } from './freePort.ts';
import { startHealthServer } from './healthServer.ts';
import { createWorkerMeters } from './meters.ts';
import { registerSearchAttributes, scheduleUpkeep } from './preparations.ts';
import { sdkLog } from './sdkLog.ts';
import { watchActivities, watchRelay } from './watching.ts';
import { startWorker } from './worker.ts';

const config = readServiceConfig();
const log = createLog({ level: config.logLevel, name: 'worker' });
const meters = createWorkerMeters();
const bundle = fileURLToPath(new URL('../workflows.bundle.js', import.meta.url));

// Temporal's part of the process has a metrics server of its own; we pass on what it says.
const sdkMetrics = config.workerMetricsPort === undefined ? undefined : `127.0.0.1:${await freePort()}`;
Runtime.install({
  logger: sdkLog(log),
  telemetryOptions: {
    logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} },
    ...(sdkMetrics !== undefined && { metrics: { prometheus: { bindAddress: sdkMetrics, useSecondsForDurations: true } } }),
  },
  shutdownSignals: [],
});

collectDefaultMetrics({ register: meters.registry });
let isAtWork = () => false;
const health = await startHealth(config.workerMetricsPort);

function startHealth(port: number | undefined) {
  if (port === undefined) return undefined;
  const options = { port, token: config.metricsToken, registry: meters.registry, isAlive: () => isAtWork() };
  return startHealthServer({ ...options, ...(sdkMetrics !== undefined && { sdkMetrics: `http://${sdkMetrics}/metrics` }) }).catch(
    (failure: unknown) => {
      log.fatal({ err: failure }, `WORKER_METRICS_PORT ${port} cannot be listened on`);
      process.exit(1);
    },
  );
}

const waiting = (what: string) => (failure: unknown) => log.warn({ reason: scrubbed((failure as Error).message) }, `waiting for ${what}`);

/** The clock counts from the creation of the organization, which the API writes at its first start. */
async function organizationOf(store: Store) {
  const organization = await store.organization.get('organization');
  if (organization === undefined) throw new Error('the organization is not created yet');
  return organization;
}

const store = await untilItWorks(() => openStore(config.mongodbUri), waiting('the database'));
const organization = await untilItWorks(() => organizationOf(store), waiting('the organization'));
const clock = makeClock({ speed: config.clockSpeed, origin: organization.createdAt, start: organization.startsAt });
const temporal = { address: config.temporalAddress, ...config.temporalSecurity };
const connection = await untilItWorks(() => Connection.connect(temporal), waiting('Temporal'));
const native = await untilItWorks(() => NativeConnection.connect(temporal), waiting('Temporal'));
const client = new Client({ connection, namespace: config.temporalNamespace });
store.announce = createAnnounce({ store, client, log });
await untilItWorks(() => registerSearchAttributes(connection, config.temporalNamespace), waiting('Temporal'));

const relay = createRelay({ url: config.smtpUrl, redirectTo: config.mailRedirectTo });
const watched = watchRelay(relay, meters);
const deps = { store, client, clock, log, relay: watched, publicUrl: config.publicUrl, from: config.mailFrom, secret: config.secret };
const worker = await untilItWorks(
  () => startWorker({ connection: native, namespace: config.temporalNamespace, bundle, deps, watch: watchActivities({ meters, log }) }),
  waiting('Temporal'),
);
await untilItWorks(() => scheduleUpkeep(client, clock), waiting('Temporal'));
await untilItWorks(() => tellScheduler(client), waiting('Temporal'));
isAtWork = worker.isRunning;
log.info({ metricsPort: config.workerMetricsPort }, 'worker is running');
process.send?.({ ready: true });

async function stop(): Promise<void> {
  await worker.stop();
  await health?.close();
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
