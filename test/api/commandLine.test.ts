import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '../../api/endpoints/index.ts';
import { exportable } from '../../domain/exportable.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { RecordOf } from '../../domain/records/index.ts';
import { changeRecord, type RegisterName } from '../../models/registers.ts';
import { definitions } from '../../workflows/definitions.ts';
import { ran } from '../cli/standIn.ts';
import { addControl } from '../support/controls.ts';
import { ids, type Product, startApi } from './http.ts';

let product: Product;
beforeAll(async () => {
  product = await startApi();
  await addControl(product.store, 'CTL-001', { owner: ids.lukas, status: 'implemented', annexA: ['8.13'] });
});
afterAll(() => product.stop());

/** The command line as the ISMS manager types it. */
const typed = (...args: string[]) =>
  ran(args, { FOURSTROKE_URL: product.url, FOURSTROKE_TOKEN: (product.headersOf(ids.hanna).Authorization ?? '').replace('Bearer ', '') });

const made = <N extends RegisterName>(register: N, id: string, set: Partial<RecordOf<N>>) =>
  changeRecord(product.store, { register, id, set, at: '2027-01-04T08:00:00.000Z', actor: byEngine, event: 'created' });

describe('The command line on the real API', () => {
  it('When a process is about something that is not there, the place is said and nothing opens', async () => {
    const { code, err } = await typed('start', 'controlImplementation', '--subject', 'control=CTL-404');
    expect(code).toBe(1);
    expect(err).toContain('subject.control: CTL-404 is not in the register controls.');
    expect(await product.store.runs.count({})).toBe(0);
  });

  it('When a field is missing, whatever the process, its fields are read off its definition', async () => {
    for (const { key } of definitions) {
      const { code, err } = await typed('start', key);
      expect([key, code]).toEqual([key, 2]);
      expect(err).toMatch(new RegExp(`^${key} needs \\w+`));
    }
  });

  it('When a register can be listed, it can be exported; why controls of Annex A are necessary stands in the statement', () => {
    const listed = endpoints.flatMap(({ method, path }) => (method === 'get' && /^\/api\/v1\/registers\/(\w+)$/.exec(path)?.[1]) || []);
    expect(listed.length).toBeGreaterThan(20);
    expect(listed.filter((register) => !(exportable as readonly string[]).includes(register))).toEqual(['soaDecisions']);
  });

  it('When a register can be exported, the command exports it', async () => {
    for (const register of exportable) expect([register, (await typed('export', register)).code]).toEqual([register, 0]);
  });

  it('When the statement is asked for, it has all of Annex A, as a table and as a file', async () => {
    const { code, out } = await typed('report', 'soa');
    expect(code).toBe(0);
    expect(out.split('\n').filter((row) => row.startsWith('A.'))).toHaveLength(93);
    expect(out).toMatch(/A\.8\.13 .* CTL-001/);
    expect((await typed('report', 'soa', '--format', 'csv')).out.split('\r\n')[0]).toContain('control');
  });

  it('When a year is asked for, its phases and planned runs are shown', async () => {
    expect((await typed('report', 'cycle')).err).toBe('There is no cycle yet.\n');
    await made('cycles', 'CYC-001', { period: '2027', owner: ids.hanna, added: [], status: 'active' });
    await made('plannedRuns', 'PLN-001', {
      ...{ cycle: 'CYC-001', process: 'riskReview', key: '2027-Q1', subject: {}, opensOn: '2027-01-04', closesBy: '2027-01-25' },
      ...{ ifNeeded: false, status: 'planned' },
    });
    const { code, out } = await typed('report', 'cycle');
    expect(code).toBe(0);
    expect(out).toContain('CYC-001, 2027: active');
    expect(out).toMatch(/2027-01-04 +riskReview +2027-Q1 +2027-01-25 +do/);
    expect(JSON.parse((await typed('report', 'cycle', '2027', '--json')).out)).toMatchObject({ cycle: { id: 'CYC-001' } });
  });

  it('When a management review is asked for, its lines are shown, and its pack once it is issued', async () => {
    const review = { period: '2027', since: '2026-01-01', participants: [], contributors: [], attended: [], decisions: [] };
    await made('managementReviews', 'MR-001', { ...review, owner: ids.hanna, status: 'packIssued', pack: 'a/pack' });
    await made('reviewInputs', 'RIN-001', {
      review: 'MR-001',
      line: 'a',
      title: 'a) Earlier decisions',
      owner: ids.hanna,
      says: 'nothing',
    });
    await product.store.briefs.insert({
      ...{ id: 'a/pack', run: 'managementReview-2027', frozenAt: '2027-02-03T09:00:00.000Z', title: '2027', digest: 'f'.repeat(64) },
      facts: [{ label: { en: 'Looked at since', de: 'Betrachtet seit' }, said: ['2026-01-01'], as: 'day' }],
      tables: [],
    });
    const { code, out } = await typed('report', 'managementReview');
    expect(code).toBe(0);
    expect(out).toMatch(/Where earlier decisions stand +Hanna Vogt +none, and no change/);
    expect(out).toMatch(/Looked at since +2026-01-01/);
  });

  it('When the pack of a review is asked for before it is issued, it is not there', async () => {
    const review = { period: '2028', since: '2027-01-01', participants: [], contributors: [], attended: [], decisions: [] };
    await made('managementReviews', 'MR-002', { ...review, owner: ids.hanna, status: 'planned' });
    const packOf = (id: string) => product.as(ids.hanna)('GET', `/api/v1/managementReviews/${id}/pack`);
    expect([(await packOf('MR-001')).status, (await packOf('MR-002')).status, (await packOf('MR-404')).status]).toEqual([200, 404, 404]);
  });
});
