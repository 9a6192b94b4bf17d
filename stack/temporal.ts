import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import type { TemporalSecurity } from '../config.ts';
import { serverBinaries } from './binaries.ts';
import { type Child, startChild } from './child.ts';
import { claimFreePort } from './portClaims.ts';
import { refuseTakenPort } from './ports.ts';
import { StartFailure } from './startFailure.ts';

export type TemporalServer = {
  address: string;
  pid: number;
  process: ChildProcess;
  child: Child;
  stop(signal?: NodeJS.Signals): Promise<void>;
};

export type TemporalOptions = {
  log: string;
  /** Without it everything is kept in memory. */
  dbFile?: string;
  port?: number;
  /** Without it there is no user interface. */
  uiPort?: number;
  /** `key=value`, the value as JSON. */
  dynamicConfig?: readonly string[];
  namespace?: string;
  binary?: string;
  onSpawn?: (pid: number) => void;
  /** Aborted when waiting is no longer worth while. */
  halt?: AbortSignal;
};

/** Starts the Temporal dev server; returns once it serves its namespace. Refuses (StartFailure) when it dies or stays silent for a minute. */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const port = options.port ?? (await claimFreePort());
  const binary = options.binary ?? (await serverBinaries()).temporal;
  await refuseTakenPort('The Temporal server', port);
  const child = await startChild(binary, argumentsOf(options, port), { log: options.log });
  options.onSpawn?.(child.pid);
  const address = `127.0.0.1:${port}`;
  try {
    await temporalAnswers({ address }, options.namespace ?? 'default', 60_000, () => child.running() && options.halt?.aborted !== true);
  } catch (cause) {
    const silent = child.running();
    await child.stop('SIGKILL');
    throw new StartFailure(`The Temporal server ${silent ? 'did not come up' : 'ended while starting'}; its log: ${options.log}`, cause);
  }
  return { address, pid: child.pid, process: child.process, child, stop: child.stop };
}

/** Resolves when the namespace can be described; throws the last fault after `ms`, or as soon as nobody is left to wait for. */
export async function temporalAnswers(
  server: { address: string } & TemporalSecurity,
  namespace: string,
  ms: number,
  worthWaiting: () => boolean = () => true,
): Promise<void> {
  const end = performance.now() + ms;
  for (;;) {
    try {
      return await withConnection(server, async ({ workflowService }) => {
        await workflowService.describeNamespace({ namespace });
      });
    } catch (fault) {
      if (!worthWaiting() || performance.now() > end) throw fault;
      await sleep(25);
    }
  }
}

/** How long closed workflows can be read in Temporal: a year instead of the dev server's day. */
export async function keepHistoriesForAYear(address: string, namespace: string): Promise<void> {
  const seconds = 8760 * 3600;
  await withConnection({ address }, async ({ workflowService }) => {
    // The generated type wants a Long and takes a number.
    await workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl: { seconds: seconds as never } } });
  });
}

async function withConnection(
  server: { address: string } & TemporalSecurity,
  use: (connection: Connection) => Promise<void>,
): Promise<void> {
  const connection = await Connection.connect({ ...server, connectTimeout: server.tls === undefined ? 500 : 5_000 });
  try {
    await use(connection);
  } finally {
    await connection.close();
  }
}

function argumentsOf({ dbFile, uiPort, dynamicConfig = [], namespace }: TemporalOptions, port: number): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'error'],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort), '--ui-disable-news-fetch']),
    // The default pragmas halve the speed.
    ...(dbFile === undefined
      ? []
      : ['--db-filename', dbFile, '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL']),
    ...(namespace === undefined || namespace === 'default' ? [] : ['--namespace', namespace]),
    ...dynamicConfig.flatMap((value) => ['--dynamic-config-value', value]),
  ];
}
