import { describe, expect, it } from '@jest/globals';
import { readServiceConfig } from '../../config.ts';
import { adviceOn, connectionsOf } from '../../configAdvice.ts';

/** As it should be: nothing to say. */
const good = {
  PUBLIC_URL: 'https://isms.tessel.example',
  TEMPORAL_ADDRESS: 'temporal.tessel.example:7233',
  TEMPORAL_TLS: 'on',
  MONGODB_URI: 'mongodb://fourstroke:x@one.tessel.example,two.tessel.example:27018/fourstroke?replicaSet=rs0&tls=true',
  SMTP_URL: 'smtps://relay.tessel.example',
  MAIL_FROM: 'ISMS <isms@tessel.example>',
  SECRET: 'f3a9c1d07b5e2846f3a9c1d07b5e2846',
  NODE_ENV: 'production',
  EXAMPLE: 'off',
};
const codes = (changes: Record<string, string | undefined>) => adviceOn(readServiceConfig({ ...good, ...changes })).map(({ code }) => code);

describe('Advice on a configuration', () => {
  it('When everything is as it should be, there is none', () => {
    expect(codes({})).toEqual([]);
  });

  it.each([
    ['the secret is one of an example', { SECRET: 'change-me-change-me-change-me-123' }, 'secret'],
    ['the secret is one letter', { SECRET: 'a'.repeat(40) }, 'secret'],
    ['people come by http', { PUBLIC_URL: 'http://isms.tessel.example' }, 'publicUrl'],
    ['links in mails lead to the machine itself', { PUBLIC_URL: 'http://localhost:3000' }, 'publicUrl'],
    ['time runs faster', { CLOCK_SPEED: '60', NODE_ENV: undefined, PUBLIC_URL: 'http://localhost:3000' }, 'clockSpeed'],
    ['mail is redirected', { MAIL_REDIRECT_TO: 'a@tessel.example' }, 'mailRedirect'],
    ['the sender is an example', { MAIL_FROM: 'Fourstroke <isms@example.org>' }, 'mailFrom'],
    ['a new database would begin with the example', { EXAMPLE: 'on' }, 'example'],
    ['it does not say that it is in production', { NODE_ENV: undefined }, 'nodeEnv'],
    ['the database is far and without TLS', { MONGODB_URI: 'mongodb://db.tessel.example/fourstroke' }, 'databaseConnection'],
    ['Temporal is far and without TLS', { TEMPORAL_TLS: undefined }, 'temporalConnection'],
    ['the mail server is far and need not encrypt', { SMTP_URL: 'smtp://relay.tessel.example:587?requireTLS=false' }, 'mailConnection'],
  ])('When %s, that is said', (_what, changes, code) => {
    expect(codes(changes)).toEqual([code]);
  });

  it('When servers are containers beside ours, or on this machine, the clear is near enough', () => {
    const near = {
      TEMPORAL_ADDRESS: 'temporal:7233',
      TEMPORAL_TLS: undefined,
      MONGODB_URI: 'mongodb://a:b@mongodb:27017/x?replicaSet=rs0',
    };
    expect(codes({ ...near, SMTP_URL: 'smtp://127.0.0.1:1025' })).toEqual([]);
    expect(connectionsOf(readServiceConfig({ ...good, ...near }))).toEqual({ database: 'near', temporal: 'near', mail: 'tls' });
  });

  it('When something is said, no secret is repeated', () => {
    const said = JSON.stringify(
      adviceOn(
        readServiceConfig({
          ...good,
          SECRET: 'example-example-example-example!',
          NODE_ENV: undefined,
          MONGODB_URI: 'mongodb://u:hunter2@db.tessel.example/x',
          SMTP_URL: 'smtp://u:hunter2@relay.tessel.example',
        }),
      ),
    );
    expect(said).not.toMatch(/hunter2|example-example/);
  });
});
