import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import type { Risk } from '../../domain/records/risk.ts';
import { changeRecord } from '../../models/registers.ts';
import { ids, type Product, startApi } from './http.ts';

const change = { at: systemNow(), actor: engine, event: 'created' };
const risk = (id: string, set: Partial<Risk>) =>
  changeRecord(product.store, {
    ...{ ...change, register: 'risks', id },
    set: {
      ...{ name: `Secret of ${id}`, description: '', owner: ids.lukas, assets: [], threat: '', vulnerability: '', properties: [] },
      ...{ treatment: [], controls: [], status: 'active', ...set },
    },
  });
const judged = (band: 'medium' | 'high' | 'veryHigh', day: string) => ({
  id: 'a',
  day,
  by: ids.lukas,
  likelihood: 3,
  consequence: 3,
  band,
});

let product: Product;
beforeAll(async () => {
  product = await startApi();
  await risk('RSK-001', { lastAssessment: judged('medium', '2026-10-15'), nextReview: '2027-04-15' });
  await risk('RSK-002', { lastAssessment: judged('high', '2026-10-15'), nextReview: '2027-01-15' });
  await risk('RSK-003', { lastAssessment: judged('veryHigh', '2026-12-15'), nextReview: '2027-01-15', owner: ids.marta });
  for (const [id, every] of [
    ['riskReview', 'quarter'],
    ['riskReview.monthly', 'month'],
  ] as const)
    await changeRecord(product.store, {
      ...{ ...change, register: 'schedules', id },
      set: { process: 'riskReview', cadence: { every, openOn: { workingDay: 1 } }, since: '2026-11-26', paused: false, waived: [] },
    });
});
afterAll(() => product.stop());

describe('the preview of a run', () => {
  it('When the ISMS manager asks, it names everybody, each rung and what is there already, and opens nothing', async () => {
    const { status, body } = await product.as(ids.hanna)('POST', '/api/v1/processes/riskReview/preview', {
      subject: { period: '2027-Q1' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      total: 3,
      people: [expect.objectContaining({ asked: 1 }), expect.objectContaining({ asked: 1 }), expect.objectContaining({ asked: 1 })],
      tasks: [
        { task: 'reassess', about: 'RSK-002', assignee: { id: ids.lukas, name: expect.any(String) } },
        { task: 'reassess', about: 'RSK-003', assignee: { id: ids.marta } },
        { task: 'confirm', assignee: { id: ids.hanna } },
      ],
    });
    const { rungs } = (body as { tasks: { rungs: { key: string; to: unknown[] }[] }[] }).tasks[0] ?? { rungs: [] };
    expect(rungs.map(({ key }) => key)).toEqual(['reminder', 'dueToday', 'duePassed', 'late1', 'late2', 'late3']);
    expect(JSON.stringify(body)).not.toContain('Secret');
    expect(await product.store.runs.count({})).toBe(0);
    expect(await product.store.letters.count({})).toBe(0);
  });

  it('When the subject is wrong, the place is named', async () => {
    const { status, body } = await product.as(ids.hanna)('POST', '/api/v1/processes/riskReview/preview', {
      subject: { period: '2027-Q9' },
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'invalid', errors: [{ path: 'subject.period' }] });
  });
});

describe('the simulation of a year', () => {
  it('When a year is simulated, each quarter opens, what cannot wait opens between, and busy days are found', async () => {
    const { status, body } = await product.as(ids.hanna)('POST', '/api/v1/simulation', { year: 2027, limit: 1 });
    expect(status).toBe(200);
    const { runs, people, busy } = body as {
      runs: { period: string; tasks: number }[];
      people: { person: string; tasks: number; mails: number; months: number[] }[];
      busy: { person: string; day: string; open: number }[];
    };
    expect(runs.map(({ period }) => period)).toEqual([
      ...[
        '2027-Q1',
        '2027-02',
        '2027-03',
        '2027-Q2',
        '2027-05',
        '2027-06',
        '2027-Q3',
        '2027-08',
        '2027-09',
        '2027-Q4',
        '2027-11',
        '2027-12',
      ],
    ]);
    const lukas = people.find(({ person }) => person === ids.lukas);
    // RSK-002 each quarter, RSK-001 every half year.
    expect(lukas).toMatchObject({ tasks: 6, months: [1, 0, 0, 2, 0, 0, 1, 0, 0, 2, 0, 0] });
    expect(lukas?.mails).toBe(4 * 3); // asked, reminded, due today: once a wave, however many risks
    expect(busy.filter(({ person }) => person === ids.lukas).map(({ day }) => day.slice(0, 7))).toEqual(['2027-04', '2027-10']);
    expect(await product.store.runs.count({})).toBe(0);
  });
});
