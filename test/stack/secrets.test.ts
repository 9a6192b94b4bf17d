import { statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Config, readConfig } from '../../config.ts';
import { greeting } from '../../stack/greeting.ts';
import { adminToken, firstLoginOf, secretOf } from '../../stack/secrets.ts';

let config: Config;
beforeEach(async () => {
  config = readConfig({ DATA_DIR: await mkdtemp(join(tmpdir(), 'secrets-')) });
});

const description = {
  ...{ api: 'http://localhost:3000', web: 'https://isms.example.org', temporal: 'temporal:7233', temporalUi: null },
  ...{ mongodb: 'mongodb://db/x', smtp: 'smtp://relay', mail: null, token: 'token' },
  pids: { temporal: null, mongodb: null, mail: null, worker: 1, api: 2 },
};

describe('The secret of an installation', () => {
  it('It is generated once, for its owner only', () => {
    const secret = secretOf(config);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(secretOf(config)).toBe(secret);
    expect(statSync(join(config.dataDir, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('One that is given is used and not written down', () => {
    expect(secretOf({ ...config, secret: 'g'.repeat(32) })).toBe('g'.repeat(32));
    expect(() => statSync(join(config.dataDir, 'secret'))).toThrow('ENOENT');
  });

  it('The token of programs follows from it', () => {
    expect(adminToken('a'.repeat(32))).toBe(adminToken('a'.repeat(32)));
    expect(adminToken('a'.repeat(32))).not.toBe(adminToken('b'.repeat(32)));
    expect(adminToken('a'.repeat(32))).toMatch(/^[\w-]{43}$/);
  });
});

describe('The first login', () => {
  it('The password stays the same until it was shown, and is gone after that', () => {
    const first = firstLoginOf(config);
    expect(firstLoginOf(config).password).toBe(first.password);
    first.shown();
    expect(firstLoginOf(config)).toMatchObject({ due: false, password: undefined });
  });

  it('A password that was chosen is not written down, and not shown', () => {
    const login = firstLoginOf({ ...config, adminPassword: 'correct horse battery' });
    const text = greeting(description, login, false);
    expect(text).toContain('Password    as set in ADMIN_PASSWORD');
    expect(text).not.toContain('correct horse');
    expect(firstLoginOf(config).password).not.toBe('correct horse battery');
  });

  it('With servers of the operator, the greeting speaks of none of ours', () => {
    const text = greeting(description, firstLoginOf(config), false);
    expect(text).toContain('Product     https://isms.example.org');
    expect(text).not.toMatch(/Temporal|none leaves/);
  });

  it('Colours are used where the terminal has them, and nowhere else', () => {
    const login = firstLoginOf(config);
    expect(greeting(description, login, true)).toContain('\u001b[1m');
    expect(greeting(description, login, false)).not.toContain('\u001b');
  });
});
