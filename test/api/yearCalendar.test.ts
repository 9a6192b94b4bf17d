import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeClock, systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import type { YearCalendar } from '../../domain/records/yearCalendar.ts';
import { changeRecord } from '../../models/registers.ts';
import { ids, type Product, startApi } from './http.ts';

let product: Product;
const now = '2026-10-21T08:00:00.000Z';
const end = (day: string) => `${day}T15:00:00.000Z`;

const asked = (id: string, due: string, more: Partial<Task> = {}): Task => ({
  ...{ id, run: 'riskReview-2026-Q4', process: 'riskReview', task: 'reassess', about: id, attempt: 1, answer: 'link', state: 'open' },
  ...{ seq: 1, version: 1, assignment: 1, assignee: ids.lukas, accountable: ids.hanna, openedAt: '2026-10-01T06:00:00.000Z' },
  ...{ baselineDue: end(due), due: end(due), zone: 'Europe/Berlin', rungs: [], level: 0, undeliverable: false },
  ...{ definition: 'riskReview@1', outcomeSchema: '{}', ...more },
});

beforeAll(async () => {
  product = await startApi({ clock: { ...makeClock({ speed: 1, origin: systemNow() }), now: () => now } });
  const { store } = product;
  await changeRecord(store, {
    ...{ at: now, actor: engine, event: 'created', register: 'schedules', id: 'riskReview' },
    set: {
      process: 'riskReview',
      cadence: { every: 'quarter', openOn: { workingDay: 1 } },
      since: '2026-01-01',
      paused: false,
      waived: [],
    },
  });
  await store.runs.insert({
    ...{ id: 'riskReview-2026-Q4', process: 'riskReview', key: '2026-Q4', attempt: 1, subject: { period: '2026-Q4' }, period: '2026-Q4' },
    ...{ status: 'open', seq: 0, openedAt: '2026-10-01T06:00:00.000Z', openedBy: engine, waitingFor: [], settingsVersion: 1 },
    ...{ definition: 'riskReview@1', gates: [] },
  });
  const done = { state: 'done' as const, answeredAt: end('2026-10-14'), closedAt: end('2026-10-14') };
  const tasks = [
    asked('RSK-001', '2026-10-15'),
    asked('RSK-002', '2026-10-15', done),
    asked('RSK-003', '2026-11-02', { assignee: ids.marta }),
    asked('RSK-004', '2026-11-02', { state: 'cancelled', closedAt: now }),
    asked('RSK-005', '2027-01-20', { run: 'riskReview-2026-11' }),
  ];
  for (const task of tasks) await store.tasks.insert(task);
});
afterAll(() => product.stop());

const yearOf = async (query = ''): Promise<YearCalendar> => (await product.as(ids.hanna)('GET', `/api/v1/yearCalendar${query}`)).body;

describe('a year by months', () => {
  it('When the running year is read, tasks are counted by process and by person, and what was called off is not', async () => {
    const { year, today, processes, people, morePeople } = await yearOf();
    expect([year.period, today, morePeople]).toEqual(['2026', '2026-10-21', 0]);
    expect(processes).toMatchObject([{ process: 'riskReview', title: 'Periodic risk review', phase: 'do' }]);
    expect([processes[0]?.months[9], processes[0]?.months[10]]).toEqual([
      { due: 2, answered: 1, late: 1 },
      { due: 1, answered: 0, late: 0 },
    ]);
    expect(people.map(({ name, months }) => [name, months.reduce((sum, { due }) => sum + due, 0)])).toEqual([
      ['Lukas Wendt', 2],
      ['Marta Nogueira', 1],
    ]);
  });

  it('When no plan is approved, a run that has opened stands there, and nothing is foreseen for its period again', async () => {
    expect((await yearOf()).runs.map(({ id, state }) => [id, state])).toEqual([['riskReview-2026-Q4', 'late']]);
  });

  it('When the next year is read, it has what the schedules open and what is due in it, and no run that ends before', async () => {
    const { runs, processes } = await yearOf('?year=2027');
    expect(runs.map(({ key, state, promised }) => [key, state, promised.from])).toEqual([
      ['2027-Q1', 'ahead', '2027-01-01'],
      ['2027-Q2', 'ahead', '2027-04-01'],
      ['2027-Q3', 'ahead', '2027-07-01'],
      ['2027-Q4', 'ahead', '2027-10-01'],
    ]);
    expect(processes[0]?.months[0]?.due).toBe(1);
  });

  it('When the year is none, it is refused', async () => {
    expect((await product.as(ids.hanna)('GET', '/api/v1/yearCalendar?year=soon')).status).toBe(400);
  });
});
