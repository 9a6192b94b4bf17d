import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeClock, systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import type { TaskLine } from '../../domain/records/taskLine.ts';
import type { YearAhead } from '../../domain/records/yearAhead.ts';
import { changeRecord } from '../../models/registers.ts';
import { addRisks } from '../support/organization.ts';
import { addToken, ids, type Product, startApi } from './http.ts';

const run = 'riskReview-2026-Q4';
const closedAt = (day: string): Pick<Task, 'state' | 'closedAt' | 'closedBy'> => ({
  ...{ state: 'done', closedAt: `${day}T09:00:00.000Z`, closedBy: { person: ids.lukas, via: 'link' } },
});

let product: Product;
beforeAll(async () => {
  product = await startApi({ clock: { ...makeClock({ speed: 1, origin: systemNow() }), now: () => '2026-11-27T08:00:00.000Z' } });
  const { store } = product;
  await addToken(store, ids.marta);
  const last = (day: string) => ({ id: 'a', day, by: ids.lukas, likelihood: 3, consequence: 3, band: 'medium' as const });
  await addRisks(store, ids.lukas, ['RSK-001'], { lastAssessment: last('2026-10-15'), nextReview: '2027-04-15' });
  await addRisks(store, ids.lukas, ['RSK-002'], { lastAssessment: last('2026-11-15'), nextReview: '2027-05-15' });
  await addRisks(store, ids.marta, ['RSK-003'], { lastAssessment: last('2026-10-15'), nextReview: '2027-01-15' });
  await changeRecord(store, {
    ...{ at: systemNow(), actor: engine, event: 'created', register: 'schedules', id: 'riskReview' },
    set: {
      process: 'riskReview',
      cadence: { every: 'quarter', openOn: { workingDay: 1 } },
      ...{ since: '2026-11-26', paused: false, waived: [] },
    },
  });
  const tasks: [about: string, assignee: string, set: Partial<Task>][] = [
    ['RSK-001', ids.lukas, closedAt('2026-10-06')],
    ['RSK-002', ids.lukas, closedAt('2026-10-20')],
    ['RSK-004', ids.lukas, { state: 'open' }],
    ['RSK-003', ids.marta, closedAt('2026-10-21')],
  ];
  for (const [about, assignee, set] of tasks)
    await store.tasks.insert({ ...asked, ...set, about, assignee, id: `${run}/reassess/${about}/1` });
});
afterAll(() => product.stop());

const due = '2026-10-15T16:00:00.000Z';
const asked: Omit<Task, 'id' | 'assignee' | 'about'> = {
  ...{ run, process: 'riskReview', task: 'reassess', definition: 'riskReview@1', attempt: 1, seq: 1, state: 'open' },
  ...{ accountable: ids.hanna, answer: 'link', openedAt: '2026-10-01T08:00:00.000Z', baselineDue: due, due, zone: 'Europe/Berlin' },
  ...{ version: 1, assignment: 1, rungs: [], level: 0, undeliverable: false, outcomeSchema: '{}' },
};

const read = async <T>(person: string, path: string): Promise<T> => (await product.as(person)('GET', `/api/v1${path}`)).body as T;

describe('What was asked of somebody and is closed', () => {
  it('When they ask, the last comes first with how it was in time, page after page, and nothing of anybody else', async () => {
    const first = await read<{ items: TaskLine[]; next: string }>(ids.lukas, '/closedTasks?limit=1');
    expect(first.items).toMatchObject([{ about: 'RSK-002', workingDaysLeft: -3, closedBy: { via: 'link' } }]);
    const rest = await read<{ items: TaskLine[]; next?: string }>(ids.lukas, `/closedTasks?limit=1&cursor=${first.next}`);
    expect([rest.items.map(({ about }) => about), rest.next]).toEqual([['RSK-001'], undefined]);
  });

  it('When the ISMS manager asks, theirs is what was asked of them, not of everybody', async () => {
    expect(await read(ids.hanna, '/closedTasks')).toEqual({ items: [] });
  });
});

describe('The year ahead of somebody', () => {
  it('When an owner asks, it says when the schedules ask them about how many risks, and by when', async () => {
    const year = await read<YearAhead>(ids.lukas, '/yearAhead');
    expect(year).toMatchObject({ from: '2026-11-27', to: '2027-11-27' });
    expect(year.items.map(({ day, period, asks, count }) => [day, period, asks, count])).toEqual([
      ['2027-04-01', '2027-Q2', 'Reassess 2 risks', 2],
      ['2027-10-01', '2027-Q4', 'Reassess 2 risks', 2],
    ]);
    expect(year.items.every(({ process, task, due: by, day }) => process === 'riskReview' && task === 'reassess' && by > day)).toBe(true);
  });

  it('When somebody else asks, they learn of their own risks only, in their language', async () => {
    await product.store.people.set(ids.marta, { language: 'de' });
    const { items } = await read<YearAhead>(ids.marta, '/yearAhead');
    expect(items[0]).toMatchObject({ period: '2027-Q1', count: 1, asks: expect.stringContaining('RSK-003') });
  });

  it('When a schedule is paused, it asks nothing of anybody', async () => {
    await product.store.schedules.set('riskReview', { paused: true, note: 'We move.' });
    expect((await read<YearAhead>(ids.lukas, '/yearAhead')).items).toEqual([]);
    await product.store.schedules.set('riskReview', { paused: false });
  });
});
