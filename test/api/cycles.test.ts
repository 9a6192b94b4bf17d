import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { CycleReport, PlannedRun } from '../../domain/records/cycle.ts';
import { changeRecord } from '../../models/registers.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
/** A year that is over, so that what never opened is missing. */
const year = '2020';

beforeAll(async () => {
  product = await startProduct();
  const { store } = product;
  await foundOrganization(store);
  await changeRecord(store, {
    ...{ register: 'cycles', id: 'CYC-001', at: product.clock.now(), actor: byEngine, event: 'opened' },
    set: { period: year, owner: ids.hanna, added: [], status: 'active' },
  });
  await planned('PLN-001', 'riskReview', `${year}-Q1`);
  await planned('PLN-002', 'riskReview', `${year}-Q2`, { waivedBecause: 'Nothing had changed.', status: 'waived' });
  await planned('PLN-003', 'contextReview', year);
  await store.runs.insert({
    ...{
      id: `riskReview-${year}-Q1`,
      process: 'riskReview',
      key: `${year}-Q1`,
      attempt: 1,
      subject: {},
      status: 'closed',
      outcome: 'complete',
    },
    ...{ seq: 2, openedAt: `${year}-01-02T08:00:00.000Z`, openedBy: byEngine, closedAt: `${year}-01-10T12:00:00.000Z` },
    ...{ waitingFor: [], settingsVersion: 1, definition: 'riskReview@1', gates: [{ gate: 'G1', passed: true, detail: '' }] },
  });
});
afterAll(() => product.stop());

const planned = (id: string, process: string, key: string, more: Partial<PlannedRun> = {}) =>
  changeRecord(product.store, {
    ...{ register: 'plannedRuns', id, at: product.clock.now(), actor: byEngine, event: 'planned' },
    set: {
      ...{ cycle: 'CYC-001', process, key, subject: {}, opensOn: `${year}-01-02`, closesBy: `${year}-01-24` },
      ...{ ifNeeded: false, status: 'planned', ...more },
    },
  });

describe('how a year stands', () => {
  it('When it is asked, each planned run says what has become of it, and the phases add up to the plan', async () => {
    const { status, body } = await product.as(ids.hanna)('GET', '/cycles/CYC-001/progress');
    expect(status).toBe(200);
    const { planned: all, report } = body as { planned: (PlannedRun & { standing: string })[]; report: CycleReport };
    expect(all.map(({ id, standing, run }) => [id, standing, run])).toEqual([
      ['PLN-001', 'onTime', `riskReview-${year}-Q1`],
      ['PLN-002', 'waived', undefined],
      ['PLN-003', 'missing', undefined],
    ]);
    expect(report.phases.map(({ phase, planned: of }) => [phase, of])).toEqual([
      ['plan', 1],
      ['do', 2],
      ['check', 0],
      ['act', 0],
    ]);
    expect(report.phases[1]).toMatchObject({ onTime: 1, waived: 1, runs: 1, gates: [{ gate: 'G1', held: 1, broken: 0 }] });
    expect(report.tasks).toMatchObject({ asked: 0, late: 0 });
  });

  it('When a stranger asks, or for a year that is not there, it is the same 404', async () => {
    const strange = await product.as(ids.lukas)('GET', '/cycles/CYC-001/progress');
    const unknown = await product.as(ids.hanna)('GET', '/cycles/CYC-404/progress');
    expect([strange.status, unknown.status]).toEqual([404, 404]);
  });

  it('When the plan is exported, every planned run is a row', async () => {
    const file = await fetch(`${product.url}/api/v1/registers/plannedRuns/export?format=csv`, {
      headers: { authorization: await product.tokenFor(ids.hanna) },
    });
    const text = await file.text();
    expect(text.trim().split(/\r?\n/)).toHaveLength(4);
    expect(text).toContain('Nothing had changed.');
  });
});
