import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { openStore, type Store } from '../../models/store.ts';
import { findingsIn, historyOf } from '../support/historyChecker.ts';
import { newStack, type Stack, type StackFile } from '../support/stack.ts';
import { eventually } from '../support/time.ts';

// Everything is killed or frozen while people go on: what they are told is what is there afterwards, and nothing else is.

let stack: Stack;
let running: StackFile;
let store: Store;
let connection: Connection;

beforeAll(async () => {
  stack = await newStack({});
  running = await stack.start();
  await reconnect();
}, 240_000);
afterAll(async () => {
  await store.close();
  await connection.close();
  await stack.stop();
  await stack.remove();
}, 180_000);

async function reconnect(): Promise<void> {
  store = await openStore(running.mongodb);
  connection = await Connection.connect({ address: running.temporal });
}

type Said = { text: string; task: string; result: 'ok' | 'unknown' };
const said: Said[] = [];

/** Somebody says something about a task, with a key that is theirs; a lost answer and a 503 mean that nobody knows. */
async function say(task: string, text: string): Promise<Said['result']> {
  try {
    const answer = await fetch(`${running.api}/api/v1/tasks/${encodeURIComponent(task)}/comment`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${running.token}`,
        'content-type': 'application/json',
        'idempotency-key': text.replaceAll(' ', '-'),
      },
      body: JSON.stringify({ text }),
      signal: AbortSignal.timeout(20_000),
    });
    if (answer.status === 200) return 'ok';
    if (answer.status >= 500 || answer.status === 409) return 'unknown';
    throw new Error(`${text}: ${answer.status} ${await answer.text()}`);
  } catch (failure) {
    if (['TypeError', 'TimeoutError'].includes((failure as Error).name)) return 'unknown';
    throw failure;
  }
}

/** People go on talking until it is over. */
async function talking(tasks: readonly string[], name: string, during: () => Promise<void>): Promise<void> {
  let isOver = false;
  const talk = async () => {
    for (let n = 0; !isOver; n += 1) {
      const task = tasks[n % tasks.length] ?? '';
      const text = `${name} ${n}`;
      said.push({ task, text, result: await say(task, text) });
      await sleep(100);
    }
  };
  const talked = talk();
  try {
    await during();
  } finally {
    isOver = true;
    await talked;
  }
}

const frozenMs = 12_000;
async function isBack(name: keyof StackFile['pids'], pid: number): Promise<void> {
  const another = async () => {
    const file = await stack.file();
    return file.pids[name] === pid ? undefined : file;
  };
  running = await eventually(`${name} is back`, another, 150_000);
}
const answers = () =>
  eventually('the API answers again', async () => (await fetch(`${running.api}/readyz`).catch(() => undefined))?.status === 200, 90_000);

const faults: Record<string, () => Promise<void>> = {
  'Temporal is killed': () => killed('temporal'),
  'the database is killed': () => killed('mongodb'),
  'the worker is killed': () => killed('worker'),
  'the API is killed': () => killed('api'),
  'Temporal is frozen': () => frozen('temporal'),
  'the database is frozen': () => frozen('mongodb'),
  'the worker is ended in order': () => killed('worker', 'SIGTERM'),
};

async function killed(name: keyof StackFile['pids'], signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  const pid = running.pids[name];
  process.kill(pid, signal);
  await isBack(name, pid);
  await answers();
}

async function frozen(name: keyof StackFile['pids']): Promise<void> {
  process.kill(running.pids[name], 'SIGSTOP');
  await sleep(frozenMs);
  process.kill(running.pids[name], 'SIGCONT');
  await answers();
}

describe('servers that go away while people work', () => {
  let tasks: string[] = [];

  it('When a review is open', async () => {
    expect((await stack.fourstroke('start', 'riskReview', '--period', '2026-Q4')).code).toBe(0);
    tasks = await eventually(
      'its tasks',
      async () => {
        const found = await store.tasks.find({ process: 'riskReview', state: 'open' });
        return found.length >= 15 && found.map(({ id }) => id);
      },
      120_000,
    );
  }, 150_000);

  it.each(Object.keys(faults))(
    'When %s, it goes on by itself',
    async (name) => {
      await talking(tasks, name, async () => faults[name]?.());
      const [task = '', text] = [tasks[0], `after ${name}`];
      // Ready may have been said of the worker of before, while the next one is still coming up.
      await eventually('what is said is taken', async () => (await say(task, text)) === 'ok');
      said.push({ task, text, result: 'ok' });
    },
    420_000,
  );

  it('When all is over, what was answered with success is there once, what nobody knew is there once after it was sent again, and nothing contradicts the promises', async () => {
    await store.close();
    await connection.close();
    await reconnect();
    for (const one of said.filter(({ result }) => result === 'unknown'))
      expect([one.text, await eventually('it is taken', async () => (await say(one.task, one.text)) === 'ok')]).toEqual([one.text, true]);
    const texts = (await store.trail.find({ event: 'commented' })).length;
    expect(texts).toBe(said.length);
    await eventually(
      'all letters are on their way',
      async () => (await store.letters.count({ state: { $in: ['pending', 'sending'] } })) === 0,
      150_000,
    );
    const client = new Client({ connection });
    const messages = async () =>
      ((await (await fetch(`${running.mail}/api/v1/messages?limit=1000`)).json()) as { messages: never[] }).messages;
    expect(findingsIn(await historyOf({ store, client, mail: { messages } }, [], Object.keys(faults).length))).toEqual([]);
    expect((await stack.fourstroke('verify')).code).toBe(0);
  }, 300_000);
});
