import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ran, StandIn } from './standIn.ts';

let folder: string;
let product: StandIn;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fourstroke-cli-'));
  product = await new StandIn().listen();
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await product.close();
});

const nobodysPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
};

describe('Where the product is', () => {
  const writeStack = (content: unknown) => writeFileSync(join(folder, 'stack.json'), JSON.stringify(content));

  it('When the environment names no address, stack.json in DATA_DIR does', async () => {
    product.answer('GET /runs', { body: { items: [] } });
    writeStack({ api: product.url, token: 'token-of-the-stack' });
    const { code } = await ran(['runs'], { DATA_DIR: folder });
    expect([code, product.seen[0]?.authorization]).toEqual([0, 'Bearer token-of-the-stack']);
  });

  it('When nothing is running here, one line says what to do and the exit code is 3', async () => {
    const { code, err } = await ran(['runs'], { DATA_DIR: folder });
    expect(code).toBe(3);
    expect(err).toMatch(/^Nothing says where the product is: .*npm start.*FOURSTROKE_URL and FOURSTROKE_TOKEN\.\n$/);
  });

  it('When only the address is given, the local token is not sent there', async () => {
    writeStack({ api: 'http://127.0.0.1:1', token: 'token-of-the-stack' });
    const { code, err } = await ran(['runs'], { DATA_DIR: folder, FOURSTROKE_URL: product.url });
    expect([code, err, product.seen]).toEqual([2, 'FOURSTROKE_URL is set, but FOURSTROKE_TOKEN is not.\n', []]);
  });

  it('When the address is none, the variable is named and the exit code is 2', async () => {
    const { code, err } = await ran(['runs'], { FOURSTROKE_URL: 'ftp://example.org', FOURSTROKE_TOKEN: 'x' });
    expect([code, err]).toEqual([2, 'FOURSTROKE_URL must be an address that starts with http:// or https://\n']);
  });

  it('When the token stands in a file, it is read from there', async () => {
    writeFileSync(join(folder, 'token'), 'token-of-a-file\n');
    product.answer('GET /runs', { body: { items: [] } });
    await ran(['runs'], { FOURSTROKE_URL: product.url, FOURSTROKE_TOKEN_FILE: join(folder, 'token') });
    expect(product.seen[0]?.authorization).toBe('Bearer token-of-a-file');
  });
});

describe('A command that cannot be carried out', () => {
  const env = () => ({ FOURSTROKE_URL: product.url, FOURSTROKE_TOKEN: 'token' });

  it('When nobody listens at the address, the exit code is 3 at once', async () => {
    const { code, err, waits } = await ran(['runs'], { ...env(), FOURSTROKE_URL: `http://127.0.0.1:${await nobodysPort()}` });
    expect([code, waits]).toEqual([3, []]);
    expect(err).toContain('does not answer (ECONNREFUSED). Is the product running?');
  });

  it('When something else answers at the address, that is said and the exit code is 3', async () => {
    product.answer('GET /runs', { headers: { 'Content-Type': 'text/html' }, text: '<h1>Welcome</h1>' });
    const { code, err } = await ran(['runs'], env());
    expect(code).toBe(3);
    expect(err).toContain('not as this version of the product does');
  });

  it('When the option that is needed is missing, commander says which and the exit code is 2', async () => {
    const { code, err } = await ran(['cancel', 'riskReview-2026-Q4'], env());
    expect(code).toBe(2);
    expect(err).toContain('--reason');
    expect(product.seen).toEqual([]);
  });

  it('When the command or an option does not exist, or a number is none, the exit code is 2', async () => {
    expect((await ran(['strat'], env())).code).toBe(2);
    expect((await ran(['runs', '--colour'], env())).code).toBe(2);
    expect((await ran(['runs', '--limit', 'many'], env())).code).toBe(2);
    expect((await ran(['tasks', '--mine', '--assignee', 'Lukas'], env())).code).toBe(2);
    expect((await ran([], env())).code).toBe(2);
  });

  it('When help is asked for, it is on the standard output and the exit code is 0', async () => {
    const { code, out } = await ran(['--help'], {});
    expect(code).toBe(0);
    for (const word of [
      'init',
      'import',
      'start',
      'report',
      'runs',
      'run',
      'tasks',
      'cancel',
      'reassign',
      'invite',
      'verify',
      'stack.json',
    ]) {
      expect(out).toContain(word);
    }
  });

  it('When a program asks and is refused, the standard output is the problem as JSON', async () => {
    const { code, out } = await ran(['run', 'riskReview-2031-Q1', '--json'], env());
    expect([code, JSON.parse(out).code]).toEqual([1, 'notFound']);
  });
});

describe('The command as a file', () => {
  it('When it is not built yet, it says how to build it', () => {
    const copy = join(folder, 'cli');
    cpSync(fileURLToPath(new URL('../../cli/fourstroke.js', import.meta.url)), join(copy, 'fourstroke.mjs'));
    const { status, stderr } = spawnSync(process.execPath, [join(copy, 'fourstroke.mjs')], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, 'The command is not built yet. Run npm start, which builds it, or npm run build.\n']);
  });

  it('When it is started by node from the sources, it answers with the exit code', () => {
    const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', main, 'runs'], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, DATA_DIR: folder },
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
    });
    expect(status).toBe(3);
    expect(stderr).toContain('Nothing says where the product is');
  });
});
