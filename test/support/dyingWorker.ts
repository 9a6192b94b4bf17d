import { once } from 'node:events';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import pino from 'pino';
import { createAnnounce } from '../../activities/announce.ts';
import type { Relay } from '../../activities/deps.ts';
import { createRelay } from '../../activities/relay.ts';
import { makeClock } from '../../domain/clock.ts';
import { openStore, type Store } from '../../models/store.ts';
import { startWorker } from '../../worker/worker.ts';
import { diesAt, type Point } from './dying.ts';

/** A worker of its own process that is killed (-9, by itself, so that it is exact) at a named point of the step that closes a task. */
type Options = {
  address: string;
  namespace: string;
  mongodbUri: string;
  smtpPort: number;
  bundle: string;
  publicUrl: string;
  secret: string;
  speed: number;
  /** Without one it dies when it is killed. */
  point?: Point;
  /** It takes work only when it is told to: a worker that takes the place of another one at once. */
  standby?: boolean;
};

const options = JSON.parse(process.argv[2] ?? '{}') as Options;
const { address, namespace } = options;
const log = pino({ level: 'silent' });
Runtime.install({ logger: new DefaultLogger('ERROR') });
const connection = await Connection.connect({ address });
const native = await NativeConnection.connect({ address });
const real: Store = await openStore(options.mongodbUri);
const organization = await real.organization.get('organization');
if (organization === undefined) throw new Error('there is no organization');
const clock = makeClock({ speed: options.speed, origin: organization.createdAt });
const relay: Relay = createRelay({ url: `smtp://127.0.0.1:${options.smtpPort}` });
const world = { store: real, client: new Client({ connection, namespace }), relay };
const dying = options.point === undefined ? world : diesAt(options.point, world);
dying.store.announce = createAnnounce({ ...dying, log });
const { publicUrl, secret } = options;
const deps = { ...dying, clock, log, publicUrl, secret, from: 'ISMS <isms@tessel.example>' };
if (options.standby === true) {
  process.send?.('ready');
  await once(process, 'message');
}
await startWorker({ connection: native, namespace, bundle: options.bundle, deps, mailsPerSecond: 200 });
process.send?.('ready');
