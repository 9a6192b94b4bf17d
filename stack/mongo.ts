import type { ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { serverBinaries } from './binaries.ts';
import { type Child, startChild } from './child.ts';
import { claimFreePort } from './portClaims.ts';
import { portAnswers, refuseTakenPort } from './ports.ts';
import { StartFailure } from './startFailure.ts';

export type MongoServer = { uri: string; pid: number; process: ChildProcess; child: Child; stop(signal?: NodeJS.Signals): Promise<void> };

export type MongoOptions = {
  folder: string;
  log: string;
  port?: number;
  binary?: string;
  onSpawn?: (pid: number) => void;
  /** Aborted when waiting is no longer worth while. */
  halt?: AbortSignal;
};

/** After a kill it reads its journal first, and a busy machine takes its time for that. */
const patienceMs = 60_000;

/** Starts the MongoDB-compatible server on `folder`; returns once it answers a ping. Refuses (StartFailure) when it dies or stays silent for a minute. */
export async function startMongo(options: MongoOptions): Promise<MongoServer> {
  const port = options.port ?? (await claimFreePort());
  const binary = options.binary ?? (await serverBinaries()).mongodb;
  await mkdir(options.folder, { recursive: true });
  await refuseTakenPort('The database', port);
  const child = await startChild(binary, argumentsOf(binary, options.folder, port), { log: options.log });
  options.onSpawn?.(child.pid);
  const uri = `mongodb://127.0.0.1:${port}/fourstroke?directConnection=true`;
  const worthWaiting = () => child.running() && options.halt?.aborted !== true;
  try {
    await listens(port, patienceMs, worthWaiting);
    await mongoAnswers(uri, patienceMs, worthWaiting);
    if (!child.running()) throw new Error(`port ${port} is answered by somebody else`);
  } catch (cause) {
    const silent = child.running();
    await child.stop('SIGKILL');
    throw new StartFailure(`The database ${silent ? 'did not come up' : 'ended while starting'}; its log: ${options.log}`, cause);
  }
  return { uri, pid: child.pid, process: child.process, child, stop: child.stop };
}

/** Resolves when the server answers a ping; throws the last fault after `ms`, or as soon as nobody is left to wait for. */
export async function mongoAnswers(uri: string, ms: number, worthWaiting: () => boolean = () => true): Promise<void> {
  const end = performance.now() + ms;
  for (;;) {
    const client = new MongoClient(uri, { serverSelectionTimeoutMS: 2_000 });
    try {
      await client.db().command({ ping: 1 });
      return;
    } catch (fault) {
      if (!worthWaiting() || performance.now() > end) throw fault;
      await sleep(50);
    } finally {
      await client.close();
    }
  }
}

/** The server says nothing when it is ready, and the driver would wait ten times as long between two tries. */
async function listens(port: number, ms: number, worthWaiting: () => boolean): Promise<void> {
  for (const end = performance.now() + ms; !(await portAnswers(port)); await sleep(30)) {
    if (!worthWaiting() || performance.now() > end) throw new Error(`nobody listens on port ${port}`);
  }
}

/** `--sync-on-commit`: without it a kill loses acknowledged writes. */
function argumentsOf(binary: string, folder: string, port: number): string[] {
  if (basename(binary) === 'mongod') return ['--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', folder, '--quiet'];
  const place = ['--host', '127.0.0.1', '--port', String(port), '--storage-path', folder];
  return [...place, '--sync-on-commit', '--log-level', 'WARNING', '--cache-size', '256M'];
}
