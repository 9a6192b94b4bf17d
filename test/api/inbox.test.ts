import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { addPerson, addToken, ids, type Product, startApi } from './http.ts';

let product: Product;
const at = systemNow();
const run = 'riskReview-2026-Q4';
const stranger = 'per-stranger00';
const accountable = 'per-accounta00';

const asked: Omit<Task, 'id' | 'about'> = {
  ...{ run, process: 'riskReview', task: 'reassess', attempt: 1, answer: 'link', state: 'open', seq: 1, version: 1, assignment: 1 },
  ...{ assignee: ids.martin, accountable: ids.hanna, openedAt: at, baselineDue: at, due: at, zone: 'Europe/Berlin', rungs: [], level: 0 },
  ...{ undeliverable: false, definition: 'riskReview@1', outcomeSchema: '{}' },
};
const asksForTime = { askedAt: at, askedBy: ids.martin, until: '2099-01-02', reason: 'I wait.', state: 'asked' as const };
const answered = { answeredAt: at, answeredBy: { person: ids.martin, via: 'link' as const } };

/** Tasks by what there is about them; Martin is asked unless said. */
const tasks: Record<string, Partial<Task>> = {
  mine: { assignee: ids.lukas },
  delegated: { assignee: ids.marta, onBehalfOf: ids.lukas, standIn: 'delegate' },
  unanswered: { confirmer: ids.lukas },
  toConfirm: { confirmer: ids.lukas, state: 'submitted', ...answered },
  returned: { confirmer: ids.lukas, state: 'returned', ...answered, returned: 1 },
  toDecide: { accountable, extensions: [{ ...asksForTime, deciders: [accountable] }], deciders: [accountable] },
  toHandOver: {
    accountable,
    handOver: { askedAt: at, askedBy: ids.martin, reason: 'Not mine.', deciders: [accountable] },
    deciders: [accountable],
  },
  theirs: { accountable },
  late: { approval: true, deputy: ids.lukas, level: 1 },
  early: { approval: true, deputy: ids.lukas },
  done: { assignee: ids.lukas, state: 'done', ...answered, closedAt: at, closedBy: { person: ids.lukas, via: 'link' } },
};

beforeAll(async () => {
  product = await startApi();
  const { store } = product;
  await store.runs.insert({
    ...{ id: run, process: 'riskReview', key: '2026-Q4', attempt: 1, subject: {}, status: 'open', seq: 0, openedAt: at, openedBy: engine },
    ...{ waitingFor: [], settingsVersion: 1, definition: 'riskReview@1', gates: [] },
  });
  for (const [about, set] of Object.entries(tasks)) await store.tasks.insert({ ...asked, ...set, about, id: `${run}/reassess/${about}/1` });
  await addToken(store, ids.marta);
  await addPerson(store, stranger, 'riskOwner');
  await addPerson(store, accountable, 'processOwner');
});
afterAll(() => product.stop());

type Line = { about: string; [field: string]: unknown };
const listed = async (person: string, query: string): Promise<string[]> => {
  const { body } = await product.as(person)('GET', `/api/v1/tasks?${query}`);
  return (body as { items: Line[] }).items.map(({ about }) => about).sort();
};
const read = (person: string, about: string) =>
  product.as(person)('GET', `/api/v1/tasks/${encodeURIComponent(`${run}/reassess/${about}/1`)}`);

describe('what waits for somebody', () => {
  it('When somebody asks for theirs, it is what they answer or confirm, and what is theirs while another stands in', async () => {
    expect(await listed(ids.lukas, 'assignee=me&status=open')).toEqual(['delegated', 'mine', 'toConfirm']);
    expect(await listed(ids.marta, 'assignee=me&status=open')).toEqual(['delegated']);
    expect(await listed(ids.lukas, 'assignee=me&status=done')).toEqual(['done']);
    expect(await listed(stranger, 'assignee=me')).toEqual([]);
  });

  it('When somebody decides about more time or another person, that waits for them, and not what they are accountable for beside', async () => {
    expect(await listed(accountable, 'assignee=me')).toEqual(['toDecide', 'toHandOver']);
    expect(await listed(accountable, 'status=open')).toEqual(['theirs', 'toDecide', 'toHandOver']);
  });

  it('When the ISMS manager looks at what waits for somebody else, it is the same', async () => {
    expect(await listed(ids.hanna, `assignee=${ids.lukas}&status=open`)).toEqual(['delegated', 'mine', 'toConfirm']);
  });
});

describe('how many tasks are open', () => {
  it('When somebody asks, it is as many as they may see, and those are late whose date has passed', async () => {
    const numbers = async (person: string): Promise<unknown> => (await product.as(person)('GET', '/api/v1/tasks/numbers')).body;
    const open = Object.keys(tasks).length - 1;
    await product.store.tasks.set(`${run}/reassess/mine/1`, { due: '2099-01-02T16:00:00.000Z' });
    expect(await numbers(ids.hanna)).toEqual({ open, late: open - 1 });
    expect(await numbers(ids.lukas)).toMatchObject({ open: (await listed(ids.lukas, 'status=open')).length });
    expect(await numbers(stranger)).toEqual({ open: 0, late: 0 });
  });
});

describe('what somebody may read', () => {
  it('When there is an answer, whoever confirms it reads it, before it was given and behind it nobody else', async () => {
    for (const about of ['toConfirm', 'returned']) expect((await read(ids.lukas, about)).status).toBe(200);
    for (const about of ['unanswered', 'early', 'theirs']) expect((await read(ids.lukas, about)).status).toBe(404);
    expect((await read(ids.lukas, 'late')).status).toBe(200);
    for (const about of Object.keys(tasks)) expect((await read(stranger, about)).status).toBe(404);
  });

  it('When it is read, it says who stands in, who confirms, how often it was extended and what is asked for', async () => {
    const { body } = await read(ids.hanna, 'delegated');
    expect(body).toMatchObject({ assigneeName: 'Marta Nogueira', onBehalfOfName: 'Lukas Wendt', standIn: 'delegate', extended: 0 });
    expect((await read(ids.hanna, 'toDecide')).body).toMatchObject({ asksUntil: '2099-01-02', extensions: [{ state: 'asked' }] });
    expect((await read(ids.hanna, 'toHandOver')).body).toMatchObject({ asksHandOver: true, handOver: { reason: 'Not mine.' } });
    expect((await read(ids.hanna, 'toConfirm')).body).toMatchObject({ confirmerName: 'Lukas Wendt', answeredBy: { person: ids.martin } });
  });

  it('When somebody reads a run, it is one in which something is theirs', async () => {
    expect((await product.as(ids.marta)('GET', `/api/v1/runs/${run}`)).body).toMatchObject({ tasks: [{ about: 'delegated' }] });
    expect((await product.as(accountable)('GET', `/api/v1/runs/${run}`)).status).toBe(200);
    expect((await product.as(stranger)('GET', `/api/v1/runs/${run}`)).status).toBe(404);
  });
});
