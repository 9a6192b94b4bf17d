import { createServer, type Server } from 'node:http';
import { Client } from '@temporalio/client';
import { collectDefaultMetrics } from 'prom-client';
import { createAnnounce } from '../activities/announce.ts';
import { createRelay } from '../activities/relay.ts';
import { readServiceConfig } from '../config.ts';
import { adviceOn, connectionsOf } from '../configAdvice.ts';
import { makeClock } from '../domain/clock.ts';
import { scrubbed } from '../domain/impersonal.ts';
import { createLog } from '../log.ts';
import { diskEvidence, sweepIncoming } from '../models/evidence/disk.ts';
import { clamdScan } from '../models/evidence/scan.ts';
import { untilItWorks } from '../models/patience.ts';
import { openStore, type Store } from '../models/store.ts';
import { createMeters } from './meters.ts';
import { createApi } from './server.ts';
import { ensureOrganization } from './setup.ts';
import { lazyConnection } from './temporal.ts';

const config = readServiceConfig();
const log = createLog({ level: config.logLevel, name: 'api' });
const waiting = (what: string) => (failure: unknown) => log.warn({ reason: scrubbed((failure as Error).message) }, `waiting for ${what}`);

async function openDatabase(): Promise<Store> {
  const opened = await openStore(config.mongodbUri);
  await opened.createIndexes();
  return opened;
}

const store = await untilItWorks(openDatabase, waiting('the database'));
const organization = await untilItWorks(() => ensureOrganization({ store, config }), waiting('the organization'));
const clock = makeClock({ speed: config.clockSpeed, origin: organization.createdAt, start: organization.startsAt });
// Lazy: without Temporal the API answers what needs only the database, and 503 for the rest.
const connection = lazyConnection(config.temporalAddress, config.temporalSecurity);
const client = new Client({ connection, namespace: config.temporalNamespace });
store.announce = createAnnounce({ store, client, log });
const fileReader = new URL('./import/thread.js', import.meta.url);
const cockpit = new URL('../web/', import.meta.url);
const meters = createMeters();
collectDefaultMetrics({ register: meters.registry });
const relay = createRelay({ url: config.smtpUrl });
const advice = adviceOn(config);
log.info(connectionsOf(config), 'connections');
for (const { says, todo } of advice) log.warn({ todo }, says);
const scan = config.clamdAddress === undefined ? undefined : clamdScan(config.clamdAddress, waiting('the virus scanner'));
const evidence = diskEvidence(config.evidenceDir, scan);
await sweepIncoming(config.evidenceDir);
const server = createServer(
  createApi({ store, client, clock, evidence, config, log, meters, fileReader, cockpit, operations: { advice, relay } }),
);
server.requestTimeout = 120_000;
server.headersTimeout = 20_000;
await listen(server);
log.info({ port: config.port }, 'api is listening');
process.send?.({ ready: true });

function listen(http: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(config.port, () => resolve());
  });
}

const patienceMs = 8_000;

/** Lets requests that are being answered end, then closes what they needed. */
async function stop(): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), patienceMs);
  await ended;
  clearTimeout(impatient);
  relay.close();
  await connection.close();
  await store.close();
}

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    stop().then(
      () => process.exit(0),
      (failure: unknown) => {
        log.error(failure, 'the API did not stop cleanly');
        process.exit(1);
      },
    );
  });
