import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { type ActivityInterceptorsFactory, DefaultLogger, NativeConnection, Runtime, type Logger as SdkLogger } from '@temporalio/worker';
import pino, { type Logger } from 'pino';
import { createAnnounce } from '../../activities/announce.ts';
import type { MailDeps } from '../../activities/deps.ts';
import { createOpenRun, type OpenRun } from '../../activities/openRun.ts';
import { createPost, type Post } from '../../activities/post.ts';
import { createRelay } from '../../activities/relay.ts';
import { type Clock, makeClock, systemNow } from '../../domain/clock.ts';
import type { Instant } from '../../domain/records/common.ts';
import { openStore, type Store } from '../../models/store.ts';
import { type MailSink, startMailSink } from '../../stack/mailSink.ts';
import { registerSearchAttributes } from '../../worker/preparations.ts';
import { type RunningWorker, startWorker } from '../../worker/worker.ts';

export const secret = 'a secret that is only used in tests, 32+';

const need = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run this test through jest's global setup`);
  return value;
};

let installed = false;
/** Once per test file, and only when a connection follows: a Runtime that never opened one keeps jest alive for ever. */
export function quietRuntime(logger: SdkLogger = new DefaultLogger('ERROR'), metricsAddress?: string): void {
  if (installed) return;
  installed = true;
  Runtime.install({
    logger,
    telemetryOptions: {
      logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} },
      ...(metricsAddress !== undefined && { metrics: { prometheus: { bindAddress: metricsAddress, useSecondsForDurations: true } } }),
    },
    shutdownSignals: [],
  });
}

export type Sink = MailSink & { messages(): Promise<SunkMail[]> };
export type SunkMail = {
  ID: string;
  MessageID: string;
  Subject: string;
  To: { Name: string; Address: string }[];
  Text: string;
  HTML: string;
};

export type Engine = {
  store: Store;
  client: Client;
  connection: Connection;
  clock: Clock;
  openRun: OpenRun;
  post: Post;
  mail: Sink;
  /** The worker can be away for a while. */
  worker: { stop(): Promise<void>; start(): Promise<void>; isRunning(): boolean };
  relay: ReturnType<typeof createRelay>;
  deps: MailDeps;
  namespace: string;
  address: string;
  mongodbUri: string;
  stop(): Promise<void>;
};

/** A database of its own on the run's server. */
export function databaseUri(name: string): string {
  const uri = need('TEST_MONGODB_URI').replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
  // All files share one server; while it is busy with others, its heartbeat may be late.
  return `${uri}${uri.includes('?') ? '&' : '?'}connectTimeoutMS=60000`;
}

export async function openTestStore(): Promise<{ store: Store; uri: string }> {
  const uri = databaseUri(`t${randomUUID().replaceAll('-', '')}`);
  const store = await openStore(uri);
  await store.createIndexes();
  return { store, uri };
}

export type EngineOptions = {
  speed?: number;
  /** What the organization's clock shows at first, where it runs fast; the present moment unless said. */
  start?: Instant;
  address?: string;
  publicUrl?: string;
  realNow?: () => number;
  smtpUrl?: string;
  log?: Logger;
  watch?: ActivityInterceptorsFactory;
};

/** The engine on real servers: store, Temporal in a namespace of its own, mail sink and worker. `address` and `smtpUrl` replace the run's server and the sink. */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  quietRuntime();
  const { store, uri } = await openTestStore();
  const address = options.address ?? need('TEST_TEMPORAL_ADDRESS');
  const namespace = options.address === undefined ? `n-${randomUUID()}` : 'default';
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  if (options.address === undefined)
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: (7 * 86_400) as never } });
  await registerSearchAttributesHere(connection, namespace, options.address !== undefined);
  const client = new Client({ connection, namespace });
  const createdAt = systemNow();
  await store.organization.insert({ id: 'organization', createdAt });
  const clock = makeClock({
    speed: options.speed ?? 1,
    origin: createdAt,
    start: options.start,
    ...(options.realNow && { realNow: options.realNow }),
  });
  const sink = await startMailSink({ smtpPort: 0, httpPort: 0, folder: `${need('TEST_FOLDER')}/mail-${randomUUID()}` });
  const relay = createRelay({ url: options.smtpUrl ?? `smtp://127.0.0.1:${sink.smtpPort}` });
  const deps: MailDeps = {
    ...{ store, client, clock, relay, secret, log: options.log ?? pino({ level: 'silent' }) },
    ...{ publicUrl: options.publicUrl ?? 'http://isms.test', from: 'ISMS <isms@tessel.example>' },
  };
  store.announce = createAnnounce({ store, client, log: deps.log });
  const watch = options.watch && { watch: options.watch };
  const startOne = () => startWorker({ connection: native, namespace, bundle: need('TEST_BUNDLE'), deps, mailsPerSecond: 200, ...watch });
  let worker: RunningWorker | undefined = await startOne();
  return {
    ...{ store, client, connection, clock, deps, relay, namespace, address, mongodbUri: uri },
    openRun: createOpenRun({ store, client, clock }),
    post: createPost({ store, client, clock }),
    mail: { ...sink, messages: () => messagesOf(sink) },
    worker: {
      async stop() {
        await worker?.stop();
        worker = undefined;
      },
      async start() {
        worker = await startOne();
      },
      isRunning: () => worker?.isRunning() === true,
    },
    async stop() {
      await worker?.stop();
      relay.close();
      await sink.stop();
      await native.close();
      await connection.close();
      await store.close();
    },
  };
}

/** The time-skipping server has no list of search attributes; it only wants to know them. */
async function registerSearchAttributesHere(connection: Connection, namespace: string, timeSkipping: boolean): Promise<void> {
  if (!timeSkipping) return registerSearchAttributes(connection, namespace);
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: { Process: 2, Run: 2, Period: 2 } });
}

async function messagesOf(sink: MailSink): Promise<SunkMail[]> {
  const base = `http://127.0.0.1:${sink.httpPort}/api/v1`;
  const { messages } = (await (await fetch(`${base}/messages?limit=1000`)).json()) as { messages: { ID: string }[] };
  const full = await Promise.all(messages.map(async ({ ID }) => (await (await fetch(`${base}/message/${ID}`)).json()) as SunkMail));
  return full.reverse();
}
