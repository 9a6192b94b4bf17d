import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import { changeRecord } from '../../models/registers.ts';
import { addControl } from '../support/controls.ts';
import { addRisks } from '../support/organization.ts';
import { ids, type Product, startApi } from './http.ts';

let product: Product;
beforeAll(async () => {
  product = await startApi();
  const { store } = product;
  const inPlace = { owner: ids.lukas, status: 'implemented', effectiveness: 'effective' } as const;
  await addControl(store, 'CTL-001', { ...inPlace, checkEvery: 'quarter', nextCheck: '2027-02-28', tester: ids.marta });
  await addControl(store, 'CTL-002', { ...inPlace, checkEvery: 'year', nextCheck: '2027-05-31' });
  await addControl(store, 'CTL-003', { owner: ids.lukas });
  await addRisks(store, ids.martin, ['RSK-001'], { band: 'veryHigh', controls: [{ control: 'CTL-003', actsOn: 'both' }] });
  await changeRecord(store, {
    ...{ register: 'schedules', id: 'controlCheck', at: systemNow(), actor: engine, event: 'created' },
    set: {
      ...{
        process: 'controlCheck',
        cadence: { every: 'month', openOn: { workingDay: 1 } },
        since: '2026-11-26',
        paused: false,
        waived: [],
      },
    },
  });
});
afterAll(() => product.stop());

type Tasks = { tasks: { task: string; about: string; assignee: { id: string }; due: string; opensAt: string }[] };
const previewOf = async (process: string, subject: object): Promise<Tasks['tasks']> => {
  const { status, body } = await product.as(ids.hanna)('POST', `/api/v1/processes/${process}/preview`, { subject });
  expect(status).toBe(200);
  return (body as Tasks).tasks;
};
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe('controls before anything opens', () => {
  it('When the checks of a month are previewed, each due control is there with whoever would look: not its owner', async () => {
    const asked = await previewOf('controlCheck', { period: '2027-05' });
    expect(asked.map(({ about, assignee }) => [about, assignee.id])).toEqual([
      ['CTL-001', ids.marta],
      ['CTL-002', ids.hanna],
    ]);
    expect(await previewOf('controlCheck', { period: '2027-01' })).toEqual([]);
  });

  it('When an implementation is previewed, its day follows from the worst risk, or from the plan', async () => {
    const [byBand] = await previewOf('controlImplementation', { control: 'CTL-003', plan: '-' });
    expect(byBand?.assignee.id).toBe(ids.lukas);
    // 20 working days of a very high risk, with the holidays that lie between.
    expect(Math.round(daysBetween(byBand?.opensAt ?? '', byBand?.due ?? '') / 7)).toBeLessThanOrEqual(6);
    const [byPlan] = await previewOf('controlImplementation', { control: 'CTL-003', responsible: ids.marta, due: '2099-03-02' });
    expect([byPlan?.assignee.id, byPlan?.due.slice(0, 10)]).toEqual([ids.marta, '2099-03-02']);
  });

  it('When a year is simulated, the checks open in the months in which one is due, and each in its own time', async () => {
    const { status, body } = await product.as(ids.hanna)('POST', '/api/v1/simulation', { year: 2027, limit: 9 });
    expect(status).toBe(200);
    const { runs } = body as { runs: { process: string; period: string; tasks: number }[] };
    expect(runs.map(({ period, tasks }) => [period, tasks])).toEqual([
      ['2027-02', 1],
      ['2027-05', 2],
      ['2027-08', 1],
      ['2027-11', 1],
    ]);
    expect(await product.store.runs.count({})).toBe(0);
  });
});
