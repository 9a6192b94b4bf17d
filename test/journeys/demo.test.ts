import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Numbers } from '../../stack/demo/numbers.ts';
import { root } from '../../stack/root.ts';
import { keptPort } from '../support/ports.ts';
import { eventually } from '../support/time.ts';

type Told = { at: string; kind: 'event' | 'mail'; text: string };
type Ready = { ready: true; api: string; mail: string; token: string };
type Done = { done: true; numbers: Numbers; run: string; trail: { sound: boolean } };
type Entry = { chain: string; seq: number; event: string; actor: { person: string; via: string }; data: Record<string, unknown> };

let folder: string;
let demo: ChildProcess;
let ended: Promise<unknown>;
let ready: Ready;
let done: Done;
const told: Told[] = [];
let entries: Entry[];
let faults = '';

/** Plays the whole quarter, a third slower than usual because the suite shares the machine, and stays so that one can look. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
  const env = { ...process.env, DATA_DIR: join(folder, 'data'), PORT: String(await keptPort()), NODE_OPTIONS: '', CLOCK_SPEED: '28800' };
  demo = spawn(process.execPath, [join(root, 'stack', 'start.js'), '--demo', '--json', '--stay'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  ended = once(demo, 'exit');
  demo.stderr?.on('data', (text) => {
    faults += String(text);
  });
  createInterface({ input: demo.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    const said = JSON.parse(line) as Ready | Done | Told;
    if ('ready' in said) ready = said;
    else if ('done' in said) done = said;
    else told.push(said);
  });
  await eventually(
    'the end of the story',
    async () => {
      if (demo.exitCode !== null) throw new Error(`the demo ended with ${demo.exitCode}: ${faults}`);
      return done;
    },
    700_000,
  );
  entries = await all<Entry>('/trail');
}, 720_000);
afterAll(async () => {
  demo.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true, force: true });
}, 180_000);

async function get<T>(path: string): Promise<T> {
  const answer = await fetch(`${ready.api}/api/v1${path}`, { headers: { authorization: `Bearer ${ready.token}` } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

async function all<T>(path: string): Promise<T[]> {
  const found: T[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const { items, next }: { items: T[]; next?: string } = await get(`${path}?limit=500${cursor === '' ? '' : `&cursor=${cursor}`}`);
    found.push(...items);
    cursor = next;
  }
  return found;
}

const ofTasks = (event: string) => entries.filter((entry) => entry.chain.startsWith('task/') && entry.event === event);
const chains = (some: readonly Entry[]): number => new Set(some.map(({ chain }) => chain)).size;
const reaching = (rung: RegExp) =>
  ofTasks('rung').filter(({ data }) =>
    (data.rungs as { key: string; missed: boolean }[]).some(({ key, missed }) => rung.test(key) && !missed),
  );

describe('A quarter in three minutes', () => {
  it('The numbers are those of the trail', () => {
    const { numbers } = done;
    const answered = ofTasks('completed');
    const late = chains(reaching(/^late/));
    expect(numbers).toMatchObject({
      asked: ofTasks('opened').length,
      answered: answered.length,
      byLink: answered.filter(({ actor }) => actor.via === 'link').length,
      bySigningIn: answered.filter(({ actor }) => actor.via === 'login').length,
      reminded: chains(reaching(/^(reminder|before\d+|dueToday)$/)),
      extended: chains(ofTasks('extensionGranted')),
      escalated: late,
      toTheLastLevel: chains(reaching(/^late3$/)),
      accepted: entries.filter(({ chain, event }) => chain.startsWith('acceptances/') && event === 'accepted').length,
      nonconformities: entries.filter(({ chain, event }) => chain.startsWith('nonconformities/') && event === 'proposed').length,
    });
    expect(numbers.onTime + numbers.late).toBe(numbers.answered);
    expect(numbers.late).toBeGreaterThanOrEqual(
      answered.filter(({ chain }) => reaching(/^late/).some((one) => one.chain === chain)).length,
    );
  });

  it('Every mail that was sent is in the mailbox and in the story, and no other', async () => {
    const { total, messages } = (await (await fetch(`${ready.mail}/api/v1/messages?limit=500`)).json()) as {
      total: number;
      messages: { Subject: string }[];
    };
    expect(done.numbers.mails).toBe(total);
    const said = told.filter(({ kind }) => kind === 'mail').map(({ text }) => text);
    for (const { Subject } of messages) expect(said.filter((text) => text.endsWith(Subject)).length).toBeGreaterThan(0);
    for (const text of said) expect(messages.some(({ Subject }) => text.endsWith(Subject))).toBe(true);
  });

  it('The schedule opens the review, all of the plot happens, by people only, and the run closes with its trail sound', async () => {
    const opened = entries.find(({ chain, event }) => chain === `run/${done.run}` && event === 'opened');
    expect(opened).toMatchObject({ actor: { via: 'engine' }, data: { startedBy: 'schedules/riskReview' } });
    expect(await get(`/runs/${done.run}`)).toMatchObject({ status: 'closed', outcome: 'complete' });
    for (const event of ['delegated', 'extensionAsked', 'extensionGranted']) expect(ofTasks(event)).toHaveLength(1);
    for (const event of ['requested', 'approved', 'accepted'])
      expect(entries.filter((entry) => entry.chain.startsWith('acceptances/') && entry.event === event)).toHaveLength(1);
    expect(ofTasks('opened').filter(({ data }) => data.onBehalfOf !== undefined)).not.toEqual([]);
    expect(done.numbers.toTheLastLevel).toBeGreaterThan(0);
    for (const { actor } of ofTasks('completed')) expect(['link', 'login']).toContain(actor.via);
    expect(done.trail.sound).toBe(true);
  });

  it('The story says it in the order in which it happened', () => {
    expect(told.length).toBeGreaterThan(30);
    const position = (text: RegExp) => told.findIndex((line) => text.test(line.text));
    const order = [/^The schedule opens/, /asks for more time/, /grants it/, /holds until/, /level 3/, /closes, complete/].map(position);
    expect(order).not.toContain(-1);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  it('SIGTERM stops all in order, and nothing of it stays', async () => {
    demo.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(await readdir(join(folder, 'data'))).toEqual([]);
  }, 180_000);
});
