import type { ServiceConfig } from './config.ts';
import { mustEncrypt } from './domain/smtpUrl.ts';

/** Something that is allowed and rarely meant: what it is, and what to do about it. */
export type Advice = { code: string; says: string; todo: string };

type Judged = Pick<
  ServiceConfig,
  'secret' | 'publicUrl' | 'clockSpeed' | 'mailFrom' | 'mailRedirectTo' | 'mongodbUri' | 'smtpUrl' | 'production' | 'example'
> &
  Pick<ServiceConfig, 'temporalAddress' | 'temporalSecurity'>;

/** What an operator would want to be told about this configuration. Never repeats a value that may be secret. */
export function adviceOn(config: Judged): Advice[] {
  const isHere = isOurMachine(new URL(config.publicUrl).hostname);
  const isOpen = config.publicUrl.startsWith('http:') && !isHere;
  return [
    ...when(
      isGuessable(config.secret),
      'secret',
      'SECRET looks like an example or is easy to guess.',
      'Set SECRET to 32 random bytes: openssl rand -hex 32.',
    ),
    ...when(
      isOpen,
      'publicUrl',
      'PUBLIC_URL is http: passwords and answers travel in the clear.',
      'Put a proxy with TLS before it and set PUBLIC_URL to its https address.',
    ),
    ...when(
      isHere && config.production,
      'publicUrl',
      'PUBLIC_URL is this machine: links in mails lead nowhere for everybody else.',
      'Set PUBLIC_URL to the address that people reach.',
    ),
    ...when(
      !config.production && !isHere,
      'nodeEnv',
      'NODE_ENV is not production, and people reach this from elsewhere.',
      'Set NODE_ENV=production.',
    ),
    ...when(
      config.clockSpeed !== 1,
      'clockSpeed',
      `Time runs ${config.clockSpeed} times as fast.`,
      'Take CLOCK_SPEED away, unless this is a trial.',
    ),
    ...when(
      config.mailRedirectTo !== undefined,
      'mailRedirect',
      'All mail goes to one address (MAIL_REDIRECT_TO).',
      'Take it away when the trial is over.',
    ),
    ...when(
      /@example\.(org|com|net)>?$/.test(config.mailFrom),
      'mailFrom',
      'MAIL_FROM is an example address: mail servers will refuse it.',
      'Set MAIL_FROM to an address of your own domain.',
    ),
    ...when(
      config.example && config.production,
      'example',
      'EXAMPLE is on: a new database begins with the example organization.',
      'Set EXAMPLE=off.',
    ),
    ...connectionAdvice(config),
  ];
}

function connectionAdvice(config: Judged): Advice[] {
  const open = (['database', 'temporal', 'mail'] as const).filter((name) => connectionsOf(config)[name] === 'plain');
  const todo = {
    database: 'Add tls=true to MONGODB_URI.',
    temporal: 'Set TEMPORAL_TLS=on, or give the certificates.',
    mail: 'Use smtps://, or ?requireTLS=true.',
  };
  const names = { database: 'The database', temporal: 'Temporal', mail: 'The mail server' };
  return open.map((name) => ({
    code: `${name}Connection`,
    says: `${names[name]} is spoken to across the network without TLS.`,
    todo: todo[name],
  }));
}

/** How each server is spoken to: on this machine or in a network of containers, with TLS, or in the clear. */
export type Connections = Record<'database' | 'temporal' | 'mail', 'near' | 'tls' | 'plain'>;

export const connectionsOf = ({ mongodbUri, smtpUrl, temporalAddress, temporalSecurity }: Judged): Connections => ({
  database: mode(hostsOf(mongodbUri), /^mongodb\+srv:|[?&](tls|ssl)=true/.test(mongodbUri)),
  temporal: mode([temporalAddress.replace(/:\d+$/, '')], temporalSecurity.tls !== undefined),
  mail: mode([new URL(smtpUrl).hostname], mustEncrypt(smtpUrl)),
});

const mode = (hosts: readonly string[], isTls: boolean): 'near' | 'tls' | 'plain' =>
  isTls ? 'tls' : hosts.every(isNear) ? 'near' : 'plain';

/** `mongodb://user:password@one:27017,two/database?…`: one, two. */
const hostsOf = (uri: string): string[] =>
  (/^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1] ?? '').split(',').map((host) => host.replace(/:\d+$/, ''));

const isOurMachine = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);
/** A name without a dot is a container beside ours. */
const isNear = (host: string): boolean => isOurMachine(host) || /^[a-z][a-z0-9_-]*$/i.test(host);

const isGuessable = (secret: string): boolean => new Set(secret).size < 12 || /change|example|secret|password|default|12345/i.test(secret);

const when = (holds: boolean, code: string, says: string, todo: string): Advice[] => (holds ? [{ code, says, todo }] : []);
