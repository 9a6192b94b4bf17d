import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfig, readServiceConfig, WrongConfiguration } from '../../config.ts';

const services = {
  TEMPORAL_ADDRESS: 'localhost:7233',
  MONGODB_URI: 'mongodb://localhost/fourstroke',
  SMTP_URL: 'smtp://localhost:1025',
  SECRET: 'a'.repeat(32),
};

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (fault) {
    if (fault instanceof WrongConfiguration) return fault.problems;
    throw fault;
  }
  return [];
}

const file = (content: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'config-')), 'file');
  writeFileSync(path, content);
  return path;
};

describe('The configuration', () => {
  it('When nothing is set, everything has a default and the servers are left to the stack', () => {
    expect(readConfig({})).toEqual({
      ...{
        port: 3000,
        publicUrl: 'http://localhost:3000',
        dataDir: resolve('.data'),
        evidenceDir: resolve('.data/evidence'),
        temporalNamespace: 'default',
        example: true,
        clockSpeed: 1,
        temporalSecurity: {},
        production: false,
      },
      ...{ mailFrom: 'Fourstroke <isms@example.org>', adminEmail: 'isms.manager@example.org', logLevel: 'info' },
    });
  });

  it('The public address follows the port, and loses a slash at its end', () => {
    expect(readConfig({ PORT: '4000' }).publicUrl).toBe('http://localhost:4000');
    expect(readConfig({ PUBLIC_URL: 'https://isms.example.org/' }).publicUrl).toBe('https://isms.example.org');
  });

  it('Evidence lies in the data, unless another folder is named', () => {
    expect(readConfig({ DATA_DIR: '/var/isms' }).evidenceDir).toBe('/var/isms/evidence');
    expect(readConfig({ DATA_DIR: '/var/isms', EVIDENCE_DIR: '/mnt/evidence' }).evidenceDir).toBe('/mnt/evidence');
    expect(problemsOf(() => readConfig({ CLAMD_ADDRESS: 'clamd' }))).toEqual([
      'CLAMD_ADDRESS must be host:port, such as clamd.example.org:3310',
    ]);
  });

  it('An empty variable counts as not set', () => {
    expect(readConfig({ PORT: '', MONGODB_URI: '', EXAMPLE: '' })).toEqual(readConfig({}));
  });

  it('When several variables are wrong, all are named at once, one line each', () => {
    const wrong = {
      ...{
        PORT: '70000',
        PUBLIC_URL: 'isms.example.org',
        TEMPORAL_ADDRESS: 'http://temporal',
        MONGODB_URI: 'postgres://x',
        SMTP_URL: 'mail',
      },
      ...{ MAIL_FROM: 'nobody', MAIL_REDIRECT_TO: 'nobody', ADMIN_EMAIL: 'nobody', ADMIN_PASSWORD: 'short', ADMIN_TOKEN: 'short' },
      ...{ EXAMPLE: 'yes', CLOCK_SPEED: '0.5', CLOCK_START: 'soon', SECRET: 'short', LOG_LEVEL: 'loud' },
      ...{ TEMPORAL_TLS: 'yes', TEMPORAL_API_KEY: 'short', TEMPORAL_TLS_CA: 'x', TEMPORAL_TLS_CERT: 'x', TEMPORAL_TLS_KEY: 'x' },
      ...{ METRICS_TOKEN: 'short', WORKER_METRICS_PORT: '0' },
    };
    const problems = problemsOf(() => readConfig(wrong));
    expect(problems.map((line) => line.split(' ')[0]).sort()).toEqual(Object.keys(wrong).sort());
    expect(problems).toContain('PORT must be a port number from 1 to 65535');
    expect(problems).toContain('EXAMPLE must be on or off');
  });

  it.each(['abc', '0', '-1', '1e9', '3000.5', ' 3000'])('PORT=%s is refused', (PORT) => {
    expect(problemsOf(() => readConfig({ PORT }))).toEqual(['PORT must be a port number from 1 to 65535']);
  });

  it.each(['a@example.org', 'ISMS <a@example.org>', 'ISMS of Tessel, Freiburg <a@example.org>'])(
    'MAIL_FROM=%s is taken as it is',
    (MAIL_FROM) => {
      expect(readConfig({ MAIL_FROM }).mailFrom).toBe(MAIL_FROM);
    },
  );

  it('A secret may stand in a file, whose last line break does not belong to it', () => {
    const config = readConfig({ SECRET_FILE: file(`${'s'.repeat(40)}\n`), ADMIN_PASSWORD_FILE: file('correct horse battery\n') });
    expect(config).toMatchObject({ secret: 's'.repeat(40), adminPassword: 'correct horse battery' });
  });

  it('A secret that is set twice, or whose file cannot be read, is refused', () => {
    expect(problemsOf(() => readConfig({ SECRET: 's'.repeat(40), SECRET_FILE: file('x') }))).toEqual([
      'SECRET and SECRET_FILE are both set: take one away',
    ]);
    expect(problemsOf(() => readConfig({ SECRET_FILE: '/nowhere' }))).toEqual([
      expect.stringMatching(/^SECRET_FILE cannot be read: ENOENT/),
    ]);
  });

  it('In production time does not run faster', () => {
    expect(problemsOf(() => readConfig({ NODE_ENV: 'production', CLOCK_SPEED: '43200' }))).toEqual([
      'CLOCK_SPEED must not be set where NODE_ENV is production',
    ]);
    expect(readConfig({ NODE_ENV: 'production' }).clockSpeed).toBe(1);
    expect(readConfig({ CLOCK_SPEED: '43200' }).clockSpeed).toBe(43200);
    expect(readConfig({ CLOCK_SPEED: '43200', CLOCK_START: '2026-12-23' }).clockStart).toBe('2026-12-23T00:00:00.000Z');
    expect(problemsOf(() => readConfig({ CLOCK_START: '2026-12-23' }))).toEqual(['CLOCK_START is of no use without CLOCK_SPEED']);
  });

  it('A worker or API says all that it misses', () => {
    expect(problemsOf(() => readServiceConfig({}))).toEqual(Object.keys(services).map((name) => `${name} is missing`));
    expect(readServiceConfig(services)).toMatchObject({ temporalAddress: 'localhost:7233', secret: services.SECRET });
  });

  const cloud = { TEMPORAL_ADDRESS: 'eu-central-1.aws.api.temporal.io:7233', TEMPORAL_NAMESPACE: 'isms.a1b2c' };
  const pem = (what: string) => `-----BEGIN ${what}-----\nMIIB\n-----END ${what}-----`;

  it('Without a word about security, Temporal is spoken to in the clear, as on one machine', () => {
    expect(readServiceConfig(services).temporalSecurity).toEqual({});
    expect(readServiceConfig({ ...services, TEMPORAL_TLS: 'off' }).temporalSecurity).toEqual({});
  });

  it('A key of Temporal Cloud means TLS, and may stand in a file', () => {
    const key = 'eyJhbGciOiJFUzI1NiJ9.key';
    expect(readServiceConfig({ ...services, ...cloud, TEMPORAL_API_KEY_FILE: file(`${key}\n`) })).toMatchObject({
      ...{ temporalAddress: cloud.TEMPORAL_ADDRESS, temporalNamespace: 'isms.a1b2c' },
      temporalSecurity: { apiKey: key, tls: {} },
    });
    expect(readServiceConfig({ ...services, TEMPORAL_TLS: 'on' }).temporalSecurity).toEqual({ tls: {} });
  });

  it('Certificates are handed on as they stand in their files', () => {
    const { temporalSecurity } = readServiceConfig({
      ...{ ...services, TEMPORAL_TLS_CA_FILE: file(pem('CERTIFICATE')), TEMPORAL_TLS_CERT_FILE: file(pem('CERTIFICATE')) },
      ...{ TEMPORAL_TLS_KEY_FILE: file(pem('PRIVATE KEY')), TEMPORAL_TLS_SERVER_NAME: 'temporal.internal' },
    });
    expect(temporalSecurity).toEqual({
      tls: {
        serverRootCACertificate: Buffer.from(pem('CERTIFICATE')),
        clientCertPair: { crt: Buffer.from(pem('CERTIFICATE')), key: Buffer.from(pem('PRIVATE KEY')) },
        serverNameOverride: 'temporal.internal',
      },
    });
  });

  it('What contradicts itself about Temporal is refused', () => {
    expect(problemsOf(() => readServiceConfig({ ...services, TEMPORAL_TLS_CERT: pem('CERTIFICATE') }))).toEqual([
      'TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY belong together: one of them is missing',
    ]);
    expect(problemsOf(() => readServiceConfig({ ...services, TEMPORAL_TLS: 'off', TEMPORAL_API_KEY: 'k'.repeat(20) }))).toEqual([
      'TEMPORAL_TLS is off, and TEMPORAL_API_KEY would be of no use',
    ]);
    expect(problemsOf(() => readConfig({ TEMPORAL_TLS: 'on' }))).toEqual([
      'TEMPORAL_ADDRESS is missing: the embedded server knows neither TLS nor keys',
    ]);
  });

  it('Metrics have a token and the worker a port only when somebody says so', () => {
    expect(readServiceConfig(services)).toMatchObject({ metricsToken: undefined, workerMetricsPort: undefined });
    expect(readServiceConfig({ ...services, METRICS_TOKEN: 'm'.repeat(32), WORKER_METRICS_PORT: '9464' })).toMatchObject({
      ...{ metricsToken: 'm'.repeat(32), workerMetricsPort: 9464 },
    });
  });

  it('No value is repeated in what is said about it, for it may be a secret', () => {
    const said = problemsOf(() => readConfig({ SECRET: 'hunter2', ADMIN_PASSWORD: 'hunter2', MONGODB_URI: 'hunter2' })).join('\n');
    expect(said).not.toContain('hunter2');
  });
});
