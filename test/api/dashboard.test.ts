import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeClock, systemNow } from '../../domain/clock.ts';
import { engine, type Levels } from '../../domain/records/common.ts';
import type { Dashboard } from '../../domain/records/dashboard.ts';
import type { Run } from '../../domain/records/run.ts';
import type { Rung, Task } from '../../domain/records/task.ts';
import { changeRecord } from '../../models/registers.ts';
import { addRisks } from '../support/organization.ts';
import { ids, type Product, startApi } from './http.ts';

let product: Product;
let seen: Dashboard;
/** A Wednesday in Freiburg. */
const now = '2026-10-21T08:00:00.000Z';
const clock = { ...makeClock({ speed: 1, origin: systemNow() }), now: () => now };
const run = 'riskReview-2026-Q4';

const runOf = (process: string, key: string, more: Partial<Run>): Run => ({
  ...{ id: `${process}-${key}`, process, key, attempt: 1, subject: {}, status: 'open', seq: 0, openedAt: now, openedBy: engine },
  ...{ waitingFor: [], settingsVersion: 1, definition: `${process}@1`, gates: [], ...more },
});

const end = (day: string) => `${day}T15:00:00.000Z`;
const asked = (id: string, due: string, more: Partial<Task> = {}): Task => ({
  ...{ id: `${run}/reassess/${id}/1`, run, process: 'riskReview', task: 'reassess', about: id, attempt: 1, answer: 'link', state: 'open' },
  ...{ seq: 1, version: 1, assignment: 1, assignee: ids.lukas, accountable: ids.hanna, openedAt: '2026-10-01T08:00:00.000Z' },
  ...{ baselineDue: end(due), due: end(due), zone: 'Europe/Berlin', rungs: [], level: 0, undeliverable: false },
  ...{ definition: 'riskReview@1', outcomeSchema: '{}', ...more },
});
const nextRung: Rung = {
  key: 'level3',
  at: end('2026-10-29'),
  letter: 'escalation',
  level: 3,
  to: [],
  told: [ids.martin],
  state: 'pending',
};
const answered = (at: string): Partial<Task> => ({ state: 'done', answeredAt: at, closedAt: at });

/** From these levels, if it had any, to those, on these days. */
async function judge(risk: string, ...times: [day: string, from: Levels | undefined, to: Levels][]): Promise<void> {
  for (const [day, previous, levels] of times)
    await product.store.assessments.insert({
      ...{ id: `${risk}-${day}`, risk, kind: 'periodic', at: end(day), by: engine, criteria: 'criteria-1', ...levels, band: 'low' },
      ...{ aboveAcceptance: false, ...(previous !== undefined && { previous }) },
    });
}

beforeAll(async () => {
  product = await startApi({ clock });
  const { store } = product;
  const change = { at: now, actor: engine, event: 'opened' };
  const planned = (id: string, process: string, key: string, opensOn: string, closesBy: string) => ({
    ...change,
    ...{ register: 'plannedRuns' as const, id },
    set: { cycle: 'CYC-001', process, key, subject: {}, opensOn, closesBy, ifNeeded: false, status: 'planned' as const },
  });
  await changeRecord(store, {
    ...change,
    ...{ register: 'cycles', id: 'CYC-001', set: { period: '2026', owner: ids.hanna, added: [], status: 'active' } },
  });
  await changeRecord(store, planned('PLN-001', 'riskReview', '2026-Q3', '2026-07-01', '2026-07-27'));
  await changeRecord(store, planned('PLN-002', 'riskReview', '2026-Q4', '2026-10-01', '2026-10-27'));
  await changeRecord(store, planned('PLN-003', 'contextReview', '2026', '2026-10-05', '2026-11-05'));
  await changeRecord(store, planned('PLN-004', 'managementReview', '2026', '2026-11-02', '2026-11-20'));
  await store.runs.insert(
    runOf('riskReview', '2026-Q3', {
      ...{ status: 'closed', outcome: 'complete', openedAt: '2026-07-01T08:00:00.000Z', closedAt: end('2026-07-29') },
    }),
  );
  await store.runs.insert(runOf('riskReview', '2026-Q4', { openedAt: '2026-10-01T08:00:00.000Z' }));
  const tasks = [
    asked('RSK-001', '2026-10-15', { level: 2, rungs: [nextRung] }),
    asked('RSK-002', '2026-10-15', { level: 2, rungs: [nextRung] }),
    asked('RSK-003', '2026-10-16', { assignee: ids.marta }),
    asked('RSK-004', '2026-10-16', {
      ...{ assignee: ids.hanna, baselineDue: end('2026-09-30') },
      extensions: [{ askedAt: now, askedBy: ids.hanna, until: '2026-11-06', reason: 'The laptops are away.', state: 'asked' }],
    }),
    asked('RSK-005', '2026-10-23', { assignee: ids.hanna }),
    asked('RSK-006', '2026-10-14', answered(end('2026-10-14'))),
    asked('RSK-007', '2026-07-20', { ...answered(end('2026-07-22')), due: end('2026-07-24') }),
    asked('PLN-003', '2026-10-30', { run: 'pdcaCycle-2026', process: 'pdcaCycle', task: 'account', assignee: ids.hanna }),
    asked('RSK-008', '2026-12-18', { run: 'riskReview-2026-12', answer: 'login', assignee: ids.martin }),
  ];
  for (const task of tasks) await store.tasks.insert(task);
  await store.people.set(ids.marta, { unreachable: { since: '2026-10-14T08:00:00.000Z', code: '550 5.1.1' } });
  await store.people.set(ids.lukas, { absences: [{ from: '2026-10-20', to: '2026-10-23' }] });
  const levels = { inherent: { likelihood: 5, consequence: 5 }, current: { likelihood: 3, consequence: 4 } };
  await addRisks(store, ids.lukas, ['RSK-001', 'RSK-002'], levels);
  await addRisks(store, ids.lukas, ['RSK-003'], { status: 'closed', ...levels });
  const [high, middle, low] = [5, 3, 1].map((level) => ({ likelihood: level, consequence: level })) as [Levels, Levels, Levels];
  await judge('RSK-001', ['2026-05-04', middle, low], ['2026-07-06', low, middle], ['2026-10-05', middle, low]);
  await judge('RSK-002', ['2026-07-07', high, middle], ['2026-10-06', middle, low]);
  await judge('RSK-004', ['2026-10-07', low, high]);
  await judge('RSK-005', ['2026-10-07', undefined, high]);
  seen = (await product.as(ids.hanna)('GET', '/api/v1/dashboard')).body;
});
afterAll(() => product.stop());

describe('what the cockpit is told', () => {
  it('When a year is planned, each run has its promise and what happened, and stands by the worst of what is asked in it', () => {
    expect(seen).toMatchObject({
      today: '2026-10-21',
      year: { period: '2026', from: '2026-01-01', to: '2026-12-31' },
      cycle: { id: 'CYC-001' },
    });
    expect(seen.runs.map(({ id, state, promised, actual }) => [id, state, promised, actual])).toEqual([
      ['riskReview-2026-Q3', 'doneLate', { from: '2026-07-01', to: '2026-07-27' }, { from: '2026-07-01', to: '2026-07-29' }],
      ['riskReview-2026-Q4', 'escalated', { from: '2026-10-01', to: '2026-10-27' }, { from: '2026-10-01', to: '2026-10-21' }],
      ['PLN-003', 'missing', { from: '2026-10-05', to: '2026-11-05' }, undefined],
      ['PLN-004', 'ahead', { from: '2026-11-02', to: '2026-11-20' }, undefined],
    ]);
  });

  it('When risks have been reviewed once, nobody is told where to begin', () => {
    expect(seen.beginning).toBeUndefined();
  });

  it('When tasks are late, like ones of one person are one item with the reason and what comes next, the most urgent first', () => {
    expect(seen.lateTasks).toBe(4);
    expect(
      seen.late.map(({ kind, count, due, promised, level, workingDaysLate, because }) => ({
        kind,
        count,
        due,
        promised,
        level,
        workingDaysLate,
        because,
      })),
    ).toEqual([
      {
        kind: 'tasks',
        count: 2,
        due: '2026-10-15',
        promised: undefined,
        level: 2,
        workingDaysLate: 4,
        because: { code: 'absent', until: '2026-10-23' },
      },
      {
        ...{ kind: 'tasks', count: 1, due: '2026-10-16', promised: undefined, level: 0, workingDaysLate: 3 },
        because: { code: 'unreachable', since: '2026-10-14T08:00:00.000Z' },
      },
      {
        ...{ kind: 'tasks', count: 1, due: '2026-10-16', promised: '2026-09-30', level: 0, workingDaysLate: 3 },
        because: { code: 'asksForTime', until: '2026-11-06' },
      },
      { kind: 'run', count: 1, due: '2026-10-05', promised: undefined, level: 0, workingDaysLate: 12, because: { code: 'notOpened' } },
    ]);
    expect(seen.late.map(({ title }) => title)).toEqual([
      'Reassess two risks',
      'Reassess risk RSK-003',
      'Reassess risk RSK-004',
      'Context and interested parties',
    ]);
    expect(seen.late[0]?.next).toMatchObject({ at: end('2026-10-29'), level: 3 });
  });

  it('When tasks were promised in a quarter, the share in time is counted by the first promise and by the date as moved', () => {
    expect(seen.onTime.at(-2)).toEqual({ period: '2026-Q3', tasks: 2, byPromise: 0, asMoved: 0.5 });
    expect(seen.onTime.at(-1)).toEqual({ period: '2026-Q4', tasks: 4, byPromise: 0.25, asMoved: 0.25 });
    expect(seen.onTimeShare).toBeCloseTo(1 / 6);
  });

  it('When risks are drawn, those that are closed are not', () => {
    const { risks, current, inherent, target } = seen.heatMap;
    expect([risks, current[2]?.[3], inherent[4]?.[4], target.flat().some((n) => n > 0)]).toEqual([2, 2, 2, false]);
    expect(seen.heatMap.byBand.reduce((sum, { risks: n }) => sum + n, 0)).toBe(2);
  });

  it('When risks were judged out of their band since the quarter before, they are counted by where they began and where they are now', () => {
    // RSK-001 went up and came down again; RSK-005 had no level before.
    expect(seen.moved).toEqual({ since: '2026-07-01', down: 1, up: 1 });
  });

  it('When an address is refused or somebody is away without a deputy, they are named with what waits for them', () => {
    expect(seen.unreached.map(({ id, because, until, tasks }) => ({ id, because, until, tasks }))).toEqual(
      expect.arrayContaining([
        { id: ids.marta, because: 'refused', until: undefined, tasks: 1 },
        { id: ids.lukas, because: 'absent', until: '2026-10-23', tasks: 2 },
      ]),
    );
  });

  it('When an answer needs a password that somebody never set, they are named with the day by which it is needed', () => {
    expect(seen.unreached).toContainEqual({ id: ids.martin, name: 'Martin Seidel', because: 'neverSignedIn', due: '2026-12-18', tasks: 1 });
  });

  it('When something is due or opens within ten working days, it stands there by its day', () => {
    expect(seen.coming.map(({ day, kind, key, count }) => [day, kind, key, count])).toEqual([
      ['2026-10-23', 'due', '2026-Q4', 1],
      ['2026-10-30', 'due', '', 1],
      ['2026-11-02', 'opens', '2026', 1],
    ]);
  });

  it('When somebody is asked about a run that did not begin, it is called by its name', () => {
    expect(seen.coming.map(({ task }) => task)).toContain('Did not begin: Context and interested parties 2026');
  });

  it('When the menu asks what is open, it is told how many runs and nonconformities', async () => {
    expect((await product.as(ids.hanna)('GET', '/api/v1/openNow')).body).toEqual({ runs: 1, nonconformities: 0 });
  });

  it('When somebody who oversees nothing asks, they are told no', async () => {
    expect((await product.as(ids.lukas)('GET', '/api/v1/dashboard')).status).toBe(403);
  });
});

describe('what an organization that begins is told', () => {
  let fresh: Product;
  beforeAll(async () => {
    fresh = await startApi({ clock });
  });
  afterAll(() => fresh.stop());
  const steps = async () => ((await fresh.as(ids.hanna)('GET', '/api/v1/dashboard')).body as Dashboard).beginning;

  it('When people and somebody who decides are there, the foundations are next; while they are set up, that run is named, and once they are approved, risks', async () => {
    const { store } = fresh;
    const done = async () => (await steps())?.filter((step) => step.done).map(({ step }) => step);
    expect(await done()).toEqual(['people', 'topManagement']);
    await store.runs.insert(runOf('ismsSetup', '2026', {}));
    expect((await steps())?.find(({ step }) => step === 'foundations')).toEqual({
      step: 'foundations',
      done: false,
      run: 'ismsSetup-2026',
    });
    for (const register of ['scopes', 'policies'] as const)
      await changeRecord(store, {
        ...{ at: now, actor: engine, event: 'approved', register, id: `${register}-1` },
        set: { version: 1, text: 'All of it.', status: 'approved' },
      });
    expect((await steps())?.find(({ step }) => step === 'foundations')).toEqual({ step: 'foundations', done: true });
    await addRisks(store, ids.lukas, ['RSK-001']);
    expect(await done()).toEqual(['people', 'topManagement', 'foundations', 'risks']);
    await store.runs.insert(runOf('riskReview', '2026-Q4', {}));
    expect(await steps()).toBeUndefined();
  });
});

describe('a run that waits', () => {
  let fresh: Product;
  beforeAll(async () => {
    fresh = await startApi({ clock });
  });
  afterAll(() => fresh.stop());

  it('When all that was asked is answered and an acceptance is in force, its run is as promised until the last answer, and one of the year before is no run of this year', async () => {
    const { store } = fresh;
    const opened = '2026-02-02T08:00:00.000Z';
    await store.runs.insert(runOf('riskAcceptance', 'RSK-001-v1', { openedAt: opened }));
    const accepted = { run: 'riskAcceptance-RSK-001-v1', process: 'riskAcceptance', task: 'decide', openedAt: opened };
    await store.tasks.insert(asked('RSK-001', '2026-02-09', { ...accepted, ...answered(end('2026-02-06')) }));
    const before = '2025-12-01T08:00:00.000Z';
    await store.runs.insert(runOf('riskAcceptance', 'RSK-002-v1', { openedAt: before }));
    const earlier = { ...accepted, id: 'riskAcceptance-RSK-002-v1/decide/-/1', run: 'riskAcceptance-RSK-002-v1', openedAt: before };
    await store.tasks.insert(asked('RSK-002', '2025-12-09', { ...earlier, ...answered(end('2025-12-05')) }));
    const { runs } = (await fresh.as(ids.hanna)('GET', '/api/v1/dashboard')).body as Dashboard;
    expect(runs.filter(({ run: id }) => id !== undefined).map(({ id, state, promised, actual }) => [id, state, promised, actual])).toEqual([
      ['riskAcceptance-RSK-001-v1', 'onTime', { from: '2026-02-02', to: '2026-02-09' }, { from: '2026-02-02', to: '2026-02-06' }],
    ]);
  });
});
