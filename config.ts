import { readFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { z } from 'zod';

/** Variables whose value may stand in a file instead, named by the variable with `_FILE` appended. */
const secrets = ['SECRET', 'ADMIN_PASSWORD', 'ADMIN_TOKEN', 'MONGODB_URI', 'SMTP_URL'] as const;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const Port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number from 1 to 65535')
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535, 'must be a port number from 1 to 65535');

const Web = z
  .url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
  .transform((address) => address.replace(/\/+$/, ''));

const Speed = z
  .string()
  .transform(Number)
  .refine((speed) => Number.isFinite(speed) && speed >= 1, 'must be a number of at least 1');

const Variables = z.object({
  PORT: Port.default(3000),
  PUBLIC_URL: Web.optional(),
  DATA_DIR: z.string().default('.data'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/:]+:\d{1,5}$|^\[[0-9a-f:]+\]:\d{1,5}$/i, 'must be host:port, such as temporal.example.org:7233')
    .optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
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
  SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  NODE_ENV: z.string().optional(),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says, checked; `undefined` stands for a server or secret that the stack provides itself. */
export type Config = {
  port: number;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Absolute. */
  dataDir: string;
  temporalAddress: string | undefined;
  temporalNamespace: string;
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
  secret: string | undefined;
  logLevel: (typeof logLevels)[number];
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
  const config = read(env, ['TEMPORAL_ADDRESS', 'MONGODB_URI', 'SMTP_URL', 'SECRET']);
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

/** The configuration of the `fourstroke` command. Throws WrongConfiguration. */
export function readClientConfig(env: Environment = process.env): ClientConfig {
  const problems: string[] = [];
  const parsed = ClientVariables.safeParse(withFiles(env, problems, ['FOURSTROKE_TOKEN']));
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
  if (parsed.data?.NODE_ENV === 'production' && parsed.data.CLOCK_SPEED !== 1) {
    problems.push('CLOCK_SPEED must not be set where NODE_ENV is production');
  }
  if (parsed.data === undefined || problems.length > 0) throw new WrongConfiguration(problems);
  return named(parsed.data);
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

function named(variables: z.infer<typeof Variables>): Config {
  return {
    port: variables.PORT,
    publicUrl: variables.PUBLIC_URL ?? `http://localhost:${variables.PORT}`,
    dataDir: resolve(variables.DATA_DIR),
    temporalAddress: variables.TEMPORAL_ADDRESS,
    temporalNamespace: variables.TEMPORAL_NAMESPACE,
    mongodbUri: variables.MONGODB_URI,
    smtpUrl: variables.SMTP_URL,
    mailFrom: variables.MAIL_FROM,
    mailRedirectTo: variables.MAIL_REDIRECT_TO,
    adminEmail: variables.ADMIN_EMAIL,
    adminPassword: variables.ADMIN_PASSWORD,
    adminToken: variables.ADMIN_TOKEN,
    example: variables.EXAMPLE === 'on',
    clockSpeed: variables.CLOCK_SPEED,
    secret: variables.SECRET,
    logLevel: variables.LOG_LEVEL,
  };
}
