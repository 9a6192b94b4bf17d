import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { MongoClient } from 'mongodb';
import { createTransport } from 'nodemailer';
import type { StackDescription } from '../../stack/stack.ts';
import { gone, place, processesOf, type Run, type RunOptions, runStack } from './support/runStack.ts';

let env: { DATA_DIR: string; PORT: string };
let run: Run;
let stack: StackDescription;

const start = async (options: RunOptions = {}) => {
  run = runStack({ ...options, env });
  await run.ready();
  stack = await described();
};
const described = async (): Promise<StackDescription> => JSON.parse(await readFile(join(env.DATA_DIR, 'stack.json'), 'utf8'));
const notes = async () =>
  (await readFile(join(env.DATA_DIR, 'notes'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const password = (text: string) => /Password +(\S+)/.exec(text)?.[1];

async function withMongo<T>(use: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(stack.mongodb);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

async function retention(): Promise<number> {
  const connection = await Connection.connect({ address: stack.temporal });
  const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' });
  await connection.close();
  return Number(config?.workflowExecutionRetentionTtl?.seconds);
}

beforeAll(async () => {
  env = await place();
  await start();
});

afterAll(async () => {
  run.process.kill('SIGKILL');
  await run.ended;
});

describe('A stack from its first start on', () => {
  it('One line on the standard output says that all is up, and stack.json says the same to its owner only', async () => {
    const { ready, ...rest } = await run.ready();
    expect(ready).toBe(true);
    expect(run.stdout().trim().split('\n')).toHaveLength(1);
    expect(rest).toEqual(await described());
    expect((await stat(join(env.DATA_DIR, 'stack.json'))).mode & 0o777).toBe(0o600);
    expect(rest).toMatchObject({ api: `http://localhost:${env.PORT}`, web: `http://localhost:${env.PORT}` });
    expect(Object.values(rest.pids)).toEqual(Array(5).fill(expect.any(Number)));
  });

  it('All servers answer at the addresses it gives', async () => {
    expect(await withMongo((client) => client.db().command({ ping: 1 }))).toMatchObject({ ok: 1 });
    expect(await retention()).toBe(8760 * 3600);
    expect((await fetch(`${stack.temporalUi}`)).status).toBe(200);
    expect((await fetch(`${stack.mail}/api/v1/messages`)).status).toBe(200);
    expect((await fetch(`${stack.api}/readyz`)).status).toBe(200);
  });

  it('The worker and the API get the addresses and the secret; only the API gets the first login', async () => {
    const of = (role: string) => notes().then((lines) => lines.find((line) => line.role === role).env);
    const [worker, api] = [await of('worker'), await of('api')];
    expect(worker).toMatchObject({ TEMPORAL_ADDRESS: stack.temporal, MONGODB_URI: stack.mongodb, SMTP_URL: stack.smtp, EXAMPLE: 'on' });
    expect(worker.SECRET).toBe(await readFile(join(env.DATA_DIR, 'secret'), 'utf8'));
    expect(worker).not.toHaveProperty('ADMIN_PASSWORD');
    expect(worker).not.toHaveProperty('ADMIN_TOKEN');
    expect(api).toMatchObject({ PORT: env.PORT, ADMIN_TOKEN: stack.token, ADMIN_PASSWORD: password(run.stderr()) });
    expect(api.ADMIN_PASSWORD).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  });

  it.each(['temporal', 'mongodb', 'mail', 'worker', 'api'] as const)(
    'When %s is killed, that is said at once and it is started again',
    async (name) => {
      const pid = stack.pids[name] ?? 0;
      process.kill(pid, 'SIGKILL');
      await run.says(`${name} was ended by SIGKILL; starting it again`);
      await run.says(`${name} is back`);
      const after = await described();
      expect(after.pids[name]).not.toBe(pid);
      expect({ ...after, pids: {} }).toEqual({ ...stack, pids: {} });
      stack = after;
    },
  );

  it('After all that it serves on the same data', async () => {
    expect(await retention()).toBe(8760 * 3600);
    await withMongo((client) => client.db().collection<{ _id: string }>('notes').insertOne({ _id: 'kept' }));
    await createTransport(stack.smtp).sendMail({ from: 'a@example.org', to: 'b@example.org', subject: 'kept', text: '.' });
  });

  it('Ctrl-C, which npm sends twice, stops everything in order and leaves nothing but the data', async () => {
    run.process.kill('SIGINT');
    run.process.kill('SIGINT');
    expect(await run.ended).toBe(0);
    const stopped = (await notes()).filter((line) => line.stopped === true).map(({ role }) => role);
    expect(stopped).toEqual(['api', 'worker']);
    expect(await processesOf(env.DATA_DIR)).toEqual([]);
    expect(existsSync(join(env.DATA_DIR, 'stack.json'))).toBe(false);
    expect(existsSync(join(env.DATA_DIR, 'stack.lock'))).toBe(false);
  });

  it('The next start goes on with the same data, shows people where things are and not the password again', async () => {
    run = runStack({ env, json: false });
    await run.says('Ctrl-C stops everything');
    expect(run.stdout()).toContain(`Product     http://localhost:${env.PORT}`);
    expect(run.stdout()).toContain('npx fourstroke start riskReview --period');
    expect(run.stdout()).not.toContain('Password');
    const { token } = stack;
    stack = await described();
    expect(stack.token).toBe(token);
    expect(await withMongo((client) => client.db().collection<{ _id: string }>('notes').findOne({ _id: 'kept' }))).not.toBeNull();
    const { messages } = (await (await fetch(`${stack.mail}/api/v1/messages`)).json()) as { messages: unknown[] };
    expect(messages).toMatchObject([{ Subject: 'kept' }]);
  });

  it('When it is killed itself, the next start waits for what was left and goes on', async () => {
    const pids = Object.values(stack.pids).filter((pid) => pid !== null);
    process.kill(run.pid, 'SIGKILL');
    await run.ended;
    await start({ api: 'stubborn' });
    await gone(pids);
    expect(await withMongo((client) => client.db().collection<{ _id: string }>('notes').findOne({ _id: 'kept' }))).not.toBeNull();
  });

  it('A second Ctrl-C does not wait for a process that takes its time', async () => {
    run.process.kill('SIGINT');
    await sleep(800);
    expect(run.process.exitCode).toBeNull();
    run.process.kill('SIGINT');
    const began = performance.now();
    expect(await run.ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(await processesOf(env.DATA_DIR)).toEqual([]);
  });

  it('When it is killed and not started again, its children end all the same', async () => {
    await start();
    const pids = Object.values(stack.pids).filter((pid) => pid !== null);
    process.kill(run.pid, 'SIGKILL');
    await run.ended;
    await gone(pids);
    expect(await processesOf(env.DATA_DIR)).toEqual([]);
  });
});

it('SIGTERM while starting ends it cleanly', async () => {
  const own = await place();
  // The start is not over before it is ended, however late this sees it.
  const early = runStack({ env: own, worker: 'silent' });
  await early.says('temporal');
  early.process.kill('SIGTERM');
  expect(await early.ended).toBe(0);
  expect(await processesOf(own.DATA_DIR)).toEqual([]);
  expect(early.stdout()).toBe('');
});
