import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import pino from 'pino';
import { createRelay } from '../../activities/relay.ts';
import { makeClock } from '../../domain/clock.ts';
import { openStore } from '../../models/store.ts';
import { startWorker } from '../../worker/worker.ts';
import { quietRuntime, secret } from './engine.ts';
import type { WorkerPlace } from './killable.ts';

/** A worker in a process of its own, beside an engine whose worker is away. Started by `killable.ts`, which says where everything is. */
const { address, namespace, mongodbUri, smtpPort, bundle } = JSON.parse(process.argv[2] ?? '{}') as WorkerPlace;
quietRuntime();
const store = await openStore(mongodbUri);
const organization = await store.organization.get('organization');
const connection = await Connection.connect({ address });
const native = await NativeConnection.connect({ address });
const deps = {
  ...{ store, client: new Client({ connection, namespace }), clock: makeClock({ speed: 1, origin: organization?.createdAt ?? '' }) },
  ...{ relay: createRelay({ url: `smtp://127.0.0.1:${smtpPort}` }), log: pino({ level: 'silent' }), secret },
  ...{ publicUrl: 'http://isms.test', from: 'ISMS <isms@tessel.example>' },
};
await startWorker({ connection: native, namespace, bundle, deps });
process.send?.('running');
