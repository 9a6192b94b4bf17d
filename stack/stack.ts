import { rmSync } from 'node:fs';
import type { Config } from '../config.ts';
import { type Addresses, checkAddresses, chooseAddresses } from './addresses.ts';
import { type BinaryOptions, type ServerName, serverBinaries } from './binaries.ts';
import { claimDataDir, type DataDir, replaceFile } from './dataDir.ts';
import { mongoKindIn, places, prepare } from './places.ts';
import type { Programs } from './programs.ts';
import { adminToken, type FirstLogin, firstLoginOf, secretOf } from './secrets.ts';
import { embeddedServers, ownProcesses, type ServiceName, type Setting } from './services.ts';
import { oneLine } from './startFailure.ts';
import { type Service, type Supervised, supervise } from './supervise.ts';

/** What `stack.json` and `--json` say; null stands for a server that is not ours. */
export type StackDescription = {
  api: string;
  web: string;
  temporal: string;
  temporalUi: string | null;
  mongodb: string;
  smtp: string;
  mail: string | null;
  token: string;
  pids: Record<ServiceName, number | null>;
};

export type StackOptions = {
  config: Config;
  programs: Programs;
  say(line: string): void;
  /** Aborted when everything is to stop, while starting too. */
  halt: AbortSignal;
  /** Where the servers' programs are looked for and fetched to. */
  servers?: BinaryOptions;
  /** False: embedded servers take any free port, so that many stacks may start at the same moment. */
  usualPorts?: boolean;
  /** Before a service that ended is started again, in ms. */
  firstPause?: number;
  /** How long a server of the operator's own may take to answer, in ms. */
  patience?: number;
};

export type Stack = {
  describe(): StackDescription;
  firstLogin: FirstLogin;
  /** In order, each given ten seconds. */
  stop(): Promise<void>;
  /** At once. */
  kill(): Promise<void>;
};

/** First what others do not need. */
const orderOfStopping: readonly ServiceName[] = ['api', 'worker', 'temporal', 'mongodb', 'mail'];

/**
 * Starts everything that `npm start` runs and keeps it running. Refuses (StartFailure) in one sentence, and then leaves nothing behind.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const dataDir = await claimDataDir(options.config.dataDir, options.say);
  try {
    return await startIn(dataDir, options);
  } catch (fault) {
    dataDir.release();
    throw fault;
  }
}

async function startIn(dataDir: DataDir, options: StackOptions): Promise<Stack> {
  const { config, say } = options;
  await checkAddresses(config, options.patience ?? 15_000);
  const addresses = await chooseAddresses(config, options.usualPorts);
  const binaries = await binariesFor(addresses, options);
  prepare(dataDir.path, orderOfStopping);
  const secret = secretOf(config);
  const token = adminToken(secret);
  const firstLogin = firstLoginOf(config);
  const description = describe(config, addresses, token);
  const giveUp = new AbortController();
  const halt = AbortSignal.any([options.halt, giveUp.signal]);
  const running: Supervised[] = [];
  let complete = false;

  const publish = () => replaceFile(places(dataDir.path).stack, `${JSON.stringify(description, null, 2)}\n`);
  const up = (name: string, pid: number) => {
    description.pids[name as ServiceName] = pid;
    if (complete) publish();
  };
  const startAll = async (services: readonly Service[]) => {
    const faults: unknown[] = [];
    const start = async (service: Service) => {
      const began = performance.now();
      running.push(await supervise(service, { say, halt, up, firstPause: options.firstPause }));
      say(`  ${service.name.padEnd(10)} ready after ${((performance.now() - began) / 1000).toFixed(1)} s`);
    };
    const startOrGiveUp = (service: Service) =>
      start(service).catch((fault) => {
        faults.push(fault);
        giveUp.abort();
      });
    await Promise.all(services.map(startOrGiveUp));
    if (faults.length > 0) throw faults[0];
  };
  const stop = async () => {
    giveUp.abort();
    for (const name of orderOfStopping) await running.find((service) => service.name === name)?.stop();
    rmSync(places(dataDir.path).stack, { force: true });
    dataDir.release();
  };
  const spawned = (name: ServiceName, pid: number) => void dataDir.remember(name, pid).catch((fault) => say(oneLine(fault)));
  const adminPassword = firstLogin.password;
  const setting: Setting = { config, addresses, binaries, programs: options.programs, secret, token, adminPassword, halt, spawned };
  try {
    await startAll(embeddedServers(setting));
    await startAll(ownProcesses(setting));
  } catch (fault) {
    await stop();
    throw fault;
  }
  complete = true;
  publish();
  return {
    describe: () => description,
    firstLogin,
    stop,
    kill: () => Promise.all(running.map((service) => service.stop('SIGKILL'))).then(() => stop()),
  };
}

async function binariesFor({ temporal, mongodb }: Addresses, { config, servers, say }: StackOptions): Promise<Record<ServerName, string>> {
  const needs: ServerName[] = [];
  if (temporal.port !== undefined) needs.push('temporal');
  if (mongodb.port !== undefined) needs.push('mongodb');
  return serverBinaries({ say, ...servers, needs, mongoKind: mongoKindIn(config.dataDir) });
}

function describe(config: Config, { temporal, mongodb, smtp }: Addresses, token: string): StackDescription {
  const local = (port: number | undefined) => (port === undefined ? null : `http://localhost:${port}`);
  return {
    api: `http://localhost:${config.port}`,
    web: config.publicUrl,
    temporal: temporal.address,
    temporalUi: local(temporal.uiPort),
    mongodb: mongodb.uri,
    smtp: smtp.url,
    mail: local(smtp.pagePort),
    token,
    pids: { temporal: null, mongodb: null, mail: null, worker: null, api: null },
  };
}
