import { readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { z } from 'zod';
import { toInstant } from './domain/clock.ts';

/** Variables whose value may stand in a file instead, named by the variable with `_FILE` appended. */
const secrets = [
  ...(['SECRET', 'ADMIN_PASSWORD', 'ADMIN_TOKEN', 'MONGODB_URI', 'SMTP_URL', 'METRICS_TOKEN'] as const),
  ...(['TEMPORAL_API_KEY', 'TEMPORAL_TLS_CA', 'TEMPORAL_TLS_CERT', 'TEMPORAL_TLS_KEY'] as const),
] as const;

const requiredByServices = ['TEMPORAL_ADDRESS', 'MONGODB_URI', 'SMTP_URL', 'SECRET'] as const;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const Port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number from 1 to 65535')
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535, 'must be a port number from 1 to 65535');

const Web = z
  .url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
  .transform((address) => address.replace(/\/+$/, ''));

const hostAndPort = (example: string) =>
  z.string().regex(/^[^\s/:]+:\d{1,5}$|^\[[0-9a-f:]+\]:\d{1,5}$/i, `must be host:port, such as ${example}`);

const Speed = z
  .string()
  .transform(Number)
  .refine((speed) => Number.isFinite(speed) && speed >= 1, 'must be a number of at least 1');

const AnyInstant = z
  .string()
  .refine(
    (text) => /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text)),
    'must be a day or an instant, such as 2026-09-22T06:00Z',
  )
  .transform((text) => toInstant(Date.parse(text)));

const Pem = z.string().regex(/^-----BEGIN [A-Z ]+-----/m, 'must be in PEM form, beginning with -----BEGIN');

const Variables = z.object({
  PORT: Port.default(3000),
  PUBLIC_URL: Web.optional(),
  DATA_DIR: z.string().default('.data'),
  EVIDENCE_DIR: z.string().optional(),
  CLAMD_ADDRESS: hostAndPort('clamd.example.org:3310').optional(),
  TEMPORAL_ADDRESS: hostAndPort('temporal.example.org:7233').optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_TLS: z.enum(['on', 'off'], 'must be on or off').optional(),
  TEMPORAL_API_KEY: z.string().min(16, 'must have at least 16 characters').optional(),
  TEMPORAL_TLS_CA: Pem.optional(),
  TEMPORAL_TLS_CERT: Pem.optional(),
  TEMPORAL_TLS_KEY: Pem.optional(),
  TEMPORAL_TLS_SERVER_NAME: z.string().optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/.+/, 'must start with mongodb:// or mongodb+srv://')
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must start with smtp:// or smtps://' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^\s@<>]+@[^\s@<>]+$|^[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>$/,
      'must be a mail address, with or without a name: ISMS <isms@example.org>',
    )
    .default('Fourstroke <isms@example.org>'),
  MAIL_REDIRECT_TO: z.email('must be a mail address').optional(),
  ADMIN_EMAIL: z.email('must be a mail address').default('isms.manager@example.org'),
  ADMIN_PASSWORD: z.string().min(10, 'must have at least 10 characters').optional(),
  ADMIN_TOKEN: z.string().min(32, 'must have at least 32 characters').optional(),
  EXAMPLE: z.enum(['on', 'off'], 'must be on or off').default('on'),
  CLOCK_SPEED: Speed.default(1),
  CLOCK_START: AnyInstant.optional(),
  SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  METRICS_TOKEN: z.string().min(32, 'must have at least 32 characters').optional(),
  WORKER_METRICS_PORT: Port.optional(),
  NODE_ENV: z.string().optional(),
});

/** Every variable that a worker or API process reads; a secret's may have `_FILE` appended. */
export const serviceVariables = { names: Object.keys(Variables.shape), secrets, required: requiredByServices };

type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says, checked; `undefined` stands for a server or secret that the stack provides itself. */
export type Config = {
  port: number;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Absolute. */
  dataDir: string;
  /** Where evidence is kept. Absolute. */
  evidenceDir: string;
  /** Scans what is uploaded for viruses. */
  clamdAddress: string | undefined;
  temporalAddress: string | undefined;
  temporalNamespace: string;
  temporalSecurity: TemporalSecurity;
  mongodbUri: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  mailRedirectTo: string | undefined;
  adminEmail: string;
  adminPassword: string | undefined;
  /** Bearer token of the first administrator. */
  adminToken: string | undefined;
  example: boolean;
  clockSpeed: number;
  /** What a clock that is sped up shows when the organization is created; undefined: the real time. */
  clockStart: string | undefined;
  secret: string | undefined;
  logLevel: (typeof logLevels)[number];
  /** Who sends it may read the metrics; without one only this machine may. */
  metricsToken: string | undefined;
  /** Where the worker answers about its health and metrics; undefined: nowhere. */
  workerMetricsPort: number | undefined;
  production: boolean;
};

/** How Temporal is spoken to beyond its address, as its clients take it; empty: in the clear, as on one machine. */
export type TemporalSecurity = {
  apiKey?: string;
  tls?: {
    /** Instead of the certificate authorities that the machine trusts. */
    serverRootCACertificate?: Uint8Array;
    /** Ours, for a server that asks who we are. */
    clientCertPair?: { crt: Uint8Array; key: Uint8Array };
    serverNameOverride?: string;
  };
};

/** What the worker and the API cannot do without; the stack hands it to them. */
export type ServiceConfig = Omit<Config, 'temporalAddress' | 'mongodbUri' | 'smtpUrl' | 'secret'> & {
  temporalAddress: string;
  mongodbUri: string;
  smtpUrl: string;
  secret: string;
};

/** All wrong variables at once, one line each, each naming its variable. */
export class WrongConfiguration extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'WrongConfiguration';
    this.problems = problems;
  }
}

/** The configuration of `npm start`: every server may be missing, then an embedded one takes its place. Throws WrongConfiguration. */
export function readConfig(env: Environment = process.env): Config {
  return read(env, []);
}

/** The configuration of a worker or API process: addresses and secret are required. Throws WrongConfiguration. */
export function readServiceConfig(env: Environment = process.env): ServiceConfig {
  const config = read(env, requiredByServices);
  const { temporalAddress = '', mongodbUri = '', smtpUrl = '', secret = '' } = config;
  return { ...config, temporalAddress, mongodbUri, smtpUrl, secret };
}

/** What the command line client needs to find the product; without an address it looks into `stack.json` in `dataDir`. */
export type ClientConfig = { url: string | undefined; token: string | undefined; dataDir: string };

const ClientVariables = z.object({
  FOURSTROKE_URL: Web.optional(),
  FOURSTROKE_TOKEN: z.string().optional(),
  DATA_DIR: z.string().default('.data'),
});

/** Every variable that the `fourstroke` command reads. */
export const clientVariables = { names: Object.keys(ClientVariables.shape), secrets: ['FOURSTROKE_TOKEN'] };

/** The configuration of the `fourstroke` command. Throws WrongConfiguration. */
export function readClientConfig(env: Environment = process.env): ClientConfig {
  const problems: string[] = [];
  const parsed = ClientVariables.safeParse(withFiles(env, problems, clientVariables.secrets));
  for (const { path, message } of parsed.error?.issues ?? []) problems.push(`${String(path[0])} ${message}`);
  if (parsed.data === undefined || problems.length > 0) throw new WrongConfiguration(problems);
  return { url: parsed.data.FOURSTROKE_URL, token: parsed.data.FOURSTROKE_TOKEN, dataDir: resolve(parsed.data.DATA_DIR) };
}

/** The folders in which programs are looked for. */
export const searchPath = (): string[] => (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');

/** The environment of a child process: ours, with what is given on top; `undefined` takes a variable away. */
export const childEnvironment = (changes: Environment): NodeJS.ProcessEnv => ({ ...process.env, ...changes });

function read(env: Environment, required: readonly string[]): Config {
  const problems: string[] = [];
  const given = withFiles(env, problems);
  const parsed = Variables.safeParse(given);
  for (const { path, message } of parsed.error?.issues ?? []) problems.push(`${String(path[0])} ${message}`);
  for (const name of required)
    if (given[name] === undefined && !problems.some((line) => line.startsWith(name))) problems.push(`${name} is missing`);
  if (parsed.data !== undefined) problems.push(...contradictions(parsed.data, required.length === 0));
  if (parsed.data?.NODE_ENV === 'production' && parsed.data.CLOCK_SPEED !== 1) {
    problems.push('CLOCK_SPEED must not be set where NODE_ENV is production');
  }
  if (parsed.data === undefined || problems.length > 0) throw new WrongConfiguration(problems);
  return named(parsed.data);
}

type Values = z.infer<typeof Variables>;

const tlsDetails = ['TEMPORAL_API_KEY', 'TEMPORAL_TLS_CA', 'TEMPORAL_TLS_CERT', 'TEMPORAL_TLS_KEY', 'TEMPORAL_TLS_SERVER_NAME'] as const;

function contradictions(given: Values, mayBeEmbedded: boolean): string[] {
  const details = tlsDetails.filter((name) => given[name] !== undefined).join(', ');
  const half = (given.TEMPORAL_TLS_CERT === undefined) !== (given.TEMPORAL_TLS_KEY === undefined);
  const isEmbedded = mayBeEmbedded && given.TEMPORAL_ADDRESS === undefined && (given.TEMPORAL_TLS === 'on' || details !== '');
  return [
    ...(given.CLOCK_START !== undefined && given.CLOCK_SPEED === 1 ? ['CLOCK_START is of no use without CLOCK_SPEED'] : []),
    ...(half ? ['TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY belong together: one of them is missing'] : []),
    ...(given.TEMPORAL_TLS === 'off' && details !== '' ? [`TEMPORAL_TLS is off, and ${details} would be of no use`] : []),
    ...(isEmbedded ? ['TEMPORAL_ADDRESS is missing: the embedded server knows neither TLS nor keys'] : []),
  ];
}

/** Whoever gives a key or a certificate means TLS. */
function temporalSecurityOf(given: Values): TemporalSecurity {
  if (given.TEMPORAL_TLS !== 'on' && tlsDetails.every((name) => given[name] === undefined)) return {};
  const { TEMPORAL_API_KEY: apiKey, TEMPORAL_TLS_CA: ca, TEMPORAL_TLS_CERT: crt, TEMPORAL_TLS_KEY: key } = given;
  return {
    ...(apiKey !== undefined && { apiKey }),
    tls: {
      ...(ca !== undefined && { serverRootCACertificate: Buffer.from(ca) }),
      ...(crt !== undefined && key !== undefined && { clientCertPair: { crt: Buffer.from(crt), key: Buffer.from(key) } }),
      ...(given.TEMPORAL_TLS_SERVER_NAME !== undefined && { serverNameOverride: given.TEMPORAL_TLS_SERVER_NAME }),
    },
  };
}

/** An empty variable counts as not set: compose files and CI systems write `NAME=`. */
function withFiles(env: Environment, problems: string[], names: readonly string[] = secrets): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined && value !== '') given[name] = value;
  for (const name of names) {
    const file = given[`${name}_FILE`];
    if (file === undefined) continue;
    if (given[name] !== undefined) problems.push(`${name} and ${name}_FILE are both set: take one away`);
    else Object.assign(given, contentOf(file, name, problems));
  }
  return given;
}

function contentOf(file: string, name: string, problems: string[]): Record<string, string> {
  try {
    return { [name]: readFileSync(file, 'utf8').trimEnd() };
  } catch (fault) {
    problems.push(`${name}_FILE cannot be read: ${(fault as Error).message}`);
    return {};
  }
}

function named(variables: Values): Config {
  return {
    port: variables.PORT,
    publicUrl: variables.PUBLIC_URL ?? `http://localhost:${variables.PORT}`,
    dataDir: resolve(variables.DATA_DIR),
    evidenceDir: resolve(variables.EVIDENCE_DIR ?? join(variables.DATA_DIR, 'evidence')),
    clamdAddress: variables.CLAMD_ADDRESS,
    temporalAddress: variables.TEMPORAL_ADDRESS,
    temporalNamespace: variables.TEMPORAL_NAMESPACE,
    temporalSecurity: temporalSecurityOf(variables),
    mongodbUri: variables.MONGODB_URI,
    smtpUrl: variables.SMTP_URL,
    mailFrom: variables.MAIL_FROM,
    mailRedirectTo: variables.MAIL_REDIRECT_TO,
    adminEmail: variables.ADMIN_EMAIL,
    adminPassword: variables.ADMIN_PASSWORD,
    adminToken: variables.ADMIN_TOKEN,
    example: variables.EXAMPLE === 'on',
    clockSpeed: variables.CLOCK_SPEED,
    clockStart: variables.CLOCK_START,
    secret: variables.SECRET,
    logLevel: variables.LOG_LEVEL,
    metricsToken: variables.METRICS_TOKEN,
    workerMetricsPort: variables.WORKER_METRICS_PORT,
    production: variables.NODE_ENV === 'production',
  };
}
