import type { Config } from '../config.ts';
import type { Addresses } from './addresses.ts';
import type { ServerName } from './binaries.ts';
import { startMongo } from './mongo.ts';
import { startNodeChild } from './nodeChild.ts';
import { mongoFolder, places } from './places.ts';
import type { Programs } from './programs.ts';
import type { Service } from './supervise.ts';
import { keepHistoriesForAYear, startTemporal } from './temporal.ts';

export type Setting = {
  config: Config;
  addresses: Addresses;
  binaries: Record<ServerName, string>;
  programs: Programs;
  secret: string;
  token: string;
  adminPassword: string | undefined;
  halt: AbortSignal;
  spawned(name: ServiceName, pid: number): void;
};

export type ServiceName = 'temporal' | 'mongodb' | 'mail' | 'worker' | 'api';

type Named = Service & { name: ServiceName };

/** The servers that take the place of addresses nobody gave. */
export function embeddedServers(setting: Setting): Named[] {
  const { addresses } = setting;
  return [
    ...(addresses.temporal.port === undefined ? [] : [temporal(setting)]),
    ...(addresses.mongodb.port === undefined ? [] : [mongodb(setting)]),
    ...(addresses.smtp.port === undefined ? [] : [mail(setting)]),
  ];
}

/** Our own processes, which need the servers. */
export const ownProcesses = (setting: Setting): Named[] => [worker(setting), api(setting)];

function temporal({ config, addresses, binaries, halt, spawned }: Setting): Named {
  const { temporal: dbFile, log } = places(config.dataDir);
  const { port = 0, uiPort = 0, address } = addresses.temporal;
  const namespace = config.temporalNamespace;
  const options = { log: log('temporal'), dbFile, port, uiPort, namespace, binary: binaries.temporal, halt };
  return {
    name: 'temporal',
    async start() {
      const { child } = await startTemporal({ ...options, onSpawn: (pid) => spawned('temporal', pid) });
      // It is not known to survive a restart.
      await keepHistoriesForAYear(address, namespace);
      return child;
    },
  };
}

function mongodb({ config, addresses, binaries, halt, spawned }: Setting): Named {
  const folder = mongoFolder(config.dataDir, binaries.mongodb);
  const options = { folder, log: places(config.dataDir).log('mongodb'), port: addresses.mongodb.port ?? 0, binary: binaries.mongodb, halt };
  return { name: 'mongodb', start: async () => (await startMongo({ ...options, onSpawn: (pid) => spawned('mongodb', pid) })).child };
}

function mail({ config, addresses, programs, halt, spawned }: Setting): Named {
  const { mail: folder, log } = places(config.dataDir);
  const program = [...programs.mail, folder, String(addresses.smtp.port), String(addresses.smtp.pagePort)];
  return {
    name: 'mail',
    start: () => startNodeChild({ name: 'mail sink', program, log: log('mail'), halt, onSpawn: (pid) => spawned('mail', pid) }),
  };
}

function worker(setting: Setting): Named {
  const { config, programs, halt, spawned } = setting;
  const options = { name: 'worker', program: programs.worker, log: places(config.dataDir).log('worker'), env: environment(setting), halt };
  return { name: 'worker', start: () => startNodeChild({ ...options, onSpawn: (pid) => spawned('worker', pid) }) };
}

function api(setting: Setting): Named {
  const { config, programs, halt, spawned, token, adminPassword } = setting;
  const env = { ...environment(setting), ADMIN_TOKEN: token, ADMIN_PASSWORD: adminPassword };
  const options = { name: 'API', program: programs.api, log: places(config.dataDir).log('api'), env, halt };
  const isReady = () => answersOk(`http://127.0.0.1:${config.port}/readyz`);
  return { name: 'api', start: () => startNodeChild({ ...options, isReady, onSpawn: (pid) => spawned('api', pid) }) };
}

const answersOk = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Everything the configuration says, with the embedded servers in it; what came from a file goes on as a value. */
function environment({ config, addresses, secret }: Setting): Record<string, string | undefined> {
  return {
    PORT: String(config.port),
    PUBLIC_URL: config.publicUrl,
    DATA_DIR: config.dataDir,
    EVIDENCE_DIR: config.evidenceDir,
    CLAMD_ADDRESS: config.clamdAddress,
    TEMPORAL_ADDRESS: addresses.temporal.address,
    TEMPORAL_NAMESPACE: config.temporalNamespace,
    MONGODB_URI: addresses.mongodb.uri,
    SMTP_URL: addresses.smtp.url,
    MAIL_FROM: config.mailFrom,
    MAIL_REDIRECT_TO: config.mailRedirectTo,
    ADMIN_EMAIL: config.adminEmail,
    ADMIN_PASSWORD: undefined,
    EXAMPLE: config.example ? 'on' : 'off',
    CLOCK_SPEED: config.clockSpeed === 1 ? undefined : String(config.clockSpeed),
    CLOCK_START: config.clockStart,
    SECRET: secret,
    LOG_LEVEL: config.logLevel,
    ...{ SECRET_FILE: undefined, ADMIN_PASSWORD_FILE: undefined, MONGODB_URI_FILE: undefined, SMTP_URL_FILE: undefined },
  };
}
