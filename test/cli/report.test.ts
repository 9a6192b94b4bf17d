import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Brief } from '../../domain/records/brief.ts';
import type { CycleReport, PhaseReport, PlannedRun } from '../../domain/records/cycle.ts';
import { problem, ran, StandIn } from './standIn.ts';

const hanna = 'per-h4k7w2v9qa';
let folder: string;
let product: StandIn;
let env: Record<string, string>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fourstroke-report-'));
  product = await new StandIn().listen();
  env = { FOURSTROKE_URL: product.url, FOURSTROKE_TOKEN: 'token' };
  product.answer(`GET /registers/people/${hanna}`, {
    body: { id: hanna, name: 'Hanna Vogt', email: 'hanna@tessel.example', status: 'active' },
  });
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await product.close();
});

/** The rows of the table that begins with this head. */
function rowsBelow(out: string, head: RegExp): string[][] {
  const lines = out.split('\n');
  const from = lines.findIndex((line) => head.test(line)) + 2;
  const to = lines.findIndex((line, n) => n >= from && line === '');
  return lines.slice(from, to === -1 ? undefined : to).map((line) => line.split(/ {2,}/));
}

describe('fourstroke report cycle', () => {
  const phase = (name: PhaseReport['phase'], more: Partial<PhaseReport> = {}): PhaseReport => ({
    ...{ phase: name, planned: 0, ahead: 0, open: 0, onTime: 0, late: 0, incomplete: 0, cancelled: 0, waived: 0, notNeeded: 0 },
    ...{ missing: 0, runs: 0, gates: [], ...more },
  });
  const counted: CycleReport = {
    at: '2027-03-31T15:00:00.000Z',
    phases: [
      phase('plan'),
      phase('do', { planned: 4, ahead: 2, onTime: 1, waived: 1, runs: 3, gates: [{ gate: 'G3', held: 2, broken: 1 }] }),
      phase('check'),
      phase('act'),
    ],
    tasks: { asked: 40, onTime: 30, ahead: 4, late: 5, waived: 1, extended: 3, reminded: 9, escalated: [4, 2, 1] },
    nonconformities: { raised: 2, closed: 1 },
  };
  const window = { opensOn: '2027-01-04', closesBy: '2027-01-25' };
  const planned = (key: string, more: Partial<PlannedRun>) => ({
    ...{ id: `PLN-${key}`, version: 1, cycle: 'CYC-002', process: 'riskReview', key, subject: {}, ...window, ifNeeded: false },
    ...{ status: 'planned', phase: 'do', updatedAt: counted.at, ...more },
  });
  const progress = {
    report: counted,
    planned: [
      { ...planned('2027-Q1', { status: 'opened' }), standing: 'onTime' },
      { ...planned('2027-Q2', { waivedBecause: 'We move house.' }), standing: 'waived' },
    ],
  };
  const cycle = (id: string, period: string, status: string) => ({ id, period, status });

  beforeEach(() => {
    const items = [cycle('CYC-003', '2028', 'draft'), cycle('CYC-002', '2027', 'active'), cycle('CYC-001', '2026', 'closed')];
    product.answer('GET /registers/cycles', { body: { items } });
    product.answer('GET /cycles/CYC-002/progress', { body: progress });
    product.answer('GET /cycles/CYC-001/progress', { body: { report: counted, planned: [] } });
  });

  it('When none is named, the year that runs is shown: its phases, its tasks, and what became of each planned run', async () => {
    const { code, out } = await ran(['report', 'cycle'], env);
    expect(code).toBe(0);
    expect(out).toContain('CYC-002, 2027: active, counted 2027-03-31 15:00 UTC\n');
    expect(rowsBelow(out, /^Phase/)[1]).toEqual(['do', '4', '2', '0', '1', '0', '0', '0', '1', '0', '0', '3', 'G3 1 of 3']);
    expect(out).toContain('40 tasks: 30 on time, 5 late, 4 not due yet, 1 waived; 3 extended, 9 reminded\n');
    expect(out).toContain('Escalated: 4 to level 1, 2 to level 2, 1 to level 3\nNonconformities: 2 raised, 1 closed\n');
    expect(rowsBelow(out, /^Opens/).slice(0, 2)).toEqual([
      ['2027-01-04', 'riskReview', '2027-Q1', '2027-01-25', 'do', 'closed on time'],
      ['2027-01-04', 'riskReview', '2027-Q2', '2027-01-25', 'do', 'left out: We move house.'],
    ]);
  });

  it('When a year or an id is named, that one is shown; one that is not there is refused', async () => {
    expect((await ran(['report', 'cycle', '2026'], env)).out).toContain('CYC-001, 2026: closed');
    expect((await ran(['report', 'cycle', 'CYC-001'], env)).out).toContain('No run is planned.');
    const { code, err } = await ran(['report', 'cycle', '2031'], env);
    expect([code, err]).toEqual([1, 'There is no cycle "2031".\n']);
    product.answer('GET /registers/cycles', { body: { items: [] } });
    expect((await ran(['report', 'cycle'], env)).err).toBe('There is no cycle yet.\n');
  });

  it('When a program asks, it gets the cycle with its numbers as JSON and nothing else', async () => {
    const { out } = await ran(['report', 'cycle', '--json'], env);
    expect(JSON.parse(out)).toEqual({ cycle: cycle('CYC-002', '2027', 'active'), ...progress });
  });

  it('When a file is asked for, it is said that there is none', async () => {
    const { code, err } = await ran(['report', 'cycle', '--format', 'pdf'], env);
    expect([code, product.seen]).toEqual([2, []]);
    expect(err).toContain('for the Statement of Applicability');
  });
});

describe('fourstroke report managementReview', () => {
  const review = { id: 'MR-002', period: '2027', status: 'packIssued', day: '2027-02-10', pack: 'a/brief' };
  const pack: Brief = {
    ...{ id: 'a/brief', run: 'managementReview-2027', frozenAt: '2027-02-03T09:00:00.000Z', title: '2027', digest: 'f'.repeat(64) },
    facts: [{ label: { en: 'Participants', de: 'Teilnehmende' }, said: ['Tove Lind', { en: 'and others', de: 'und andere' }] }],
    tables: [{ title: { en: 'Measures', de: 'Messgrößen' }, columns: [{ en: 'Measure', de: 'Messgröße' }], rows: [['On time']] }],
  };
  const input = (line: string, more: object) => ({ id: `RIN-${line}`, review: 'MR-002', line, owner: hanna, ...more });
  const decision = { id: 'RD-001', review: 'MR-002', kind: 'improvement', text: 'Test restores monthly.', owner: hanna, due: '2027-05-01' };

  beforeEach(() => {
    product.answer('GET /registers/managementReviews', { body: { items: [{ ...review, id: 'MR-001', period: '2026' }, review] } });
    const inputs = [input('b', {}), input('a', { says: 'nothing' }), input('d1', { says: 'content', text: 'Two are open.' })];
    product.answer('GET /registers/reviewInputs', { body: { items: inputs } });
    product.answer('GET /registers/reviewDecisions', { body: { items: [{ ...decision, status: 'accepted' }] } });
    product.answer('GET /managementReviews/MR-002/pack', { body: pack });
  });

  it('When none is named, the newest is shown: its lines in their order, its decisions, and the pack as it was issued', async () => {
    const { code, out } = await ran(['report', 'managementReview'], env);
    expect(code).toBe(0);
    expect(out).toContain('MR-002, 2027: packIssued, on 2027-02-10\n');
    expect(rowsBelow(out, /^Line/)).toEqual([
      ['a) Where earlier decisions stand', 'Hanna Vogt', 'none, and no change'],
      ['b) Shifts in external and internal issues', 'Hanna Vogt', 'not delivered yet'],
      ['d1) Nonconformities and corrective actions', 'Hanna Vogt', 'Two are open.'],
    ]);
    expect(rowsBelow(out, /^Decision {2}/)).toEqual([
      ['RD-001', 'improvement', 'Test restores monthly.', 'Hanna Vogt', '2027-05-01', 'accepted'],
    ]);
    expect(out).toContain(`The pack, as it was issued 2027-02-03 09:00 UTC (SHA-256 ${'f'.repeat(64)})`);
    expect(rowsBelow(out, /^What/)).toEqual([['Participants', 'Tove Lind; and others']]);
    expect(rowsBelow(out, /^Measure$/)[0]).toEqual(['On time']);
    const asked = product.seen.filter(({ path }) => path.startsWith('/registers/review'));
    expect(asked.map(({ query }) => query.get('review'))).toEqual(['MR-002', 'MR-002']);
  });

  it('When its pack is not issued yet, it is not asked for', async () => {
    product.answer('GET /registers/managementReviews', { body: { items: [{ ...review, pack: undefined }] } });
    const { code, out } = await ran(['report', 'managementReview', '2027', '--json'], env);
    expect([code, Object.keys(JSON.parse(out))]).toEqual([0, ['review', 'inputs', 'decisions']]);
  });
});

describe('fourstroke report soa', () => {
  const line = {
    ...{ control: 'A.8.13', title: 'Backup', theme: 'technological', applicable: true, risks: ['RSK-001'], requirements: [] },
    ...{ implementation: 'partly', controls: [{ id: 'CTL-12' }, { id: 'CTL-25' }], justification: 'We restore.' },
  };
  const undecided = { ...line, control: 'A.8.30', title: 'Outsourced development', applicable: undefined, risks: [], controls: [] };

  it('When no file is named, it is a table as it stands now', async () => {
    product.answer('GET /soa', { body: { lines: [line, { ...undecided, justification: undefined }], open: 1 } });
    const { code, out } = await ran(['report', 'soa'], env);
    expect(code).toBe(0);
    expect(out).toContain('As it stands now: 1 line cannot stand like this. No version is published.\n');
    expect(rowsBelow(out, /^Control/).slice(0, 2)).toEqual([
      ['A.8.13', 'Backup', 'yes', 'RSK-001, We restore.', 'partly', 'CTL-12, CTL-25'],
      ['A.8.30', 'Outsourced development', 'not decided', 'partly'],
    ]);
  });

  it('When a version is named, its lines are shown; one that is not there is refused', async () => {
    product.answer('GET /soa/versions/SOA-2', { body: { id: 'SOA-2', publishedAt: '2027-02-03T09:00:00.000Z', lines: [line] } });
    expect((await ran(['report', 'soa', 'SOA-2'], env)).out).toContain('SOA-2, published 2027-02-03 09:00 UTC\n');
    product.answer('GET /soa/versions/SOA-9', problem(404, 'notFound', 'There is nothing here.'));
    expect((await ran(['report', 'soa', 'SOA-9'], env)).code).toBe(1);
  });

  it('When a file is named, it is written in the format of its name; a PDF is nothing for a terminal', async () => {
    product.answer('GET /soa/export', { headers: { 'Content-Type': 'application/pdf' }, text: '%PDF-1.7' });
    const file = join(folder, 'soa.pdf');
    const { code, out } = await ran(['report', 'soa', 'SOA-2', '--output', file], env);
    expect([code, out, readFileSync(file, 'utf8')]).toEqual([0, `soa SOA-2 written to ${file}.\n`, '%PDF-1.7']);
    expect(Object.fromEntries(product.seen[0]?.query ?? [])).toEqual({ format: 'pdf', version: 'SOA-2' });
    expect((await ran(['report', 'soa', '--format', 'pdf'], env, 80)).err).toBe('A PDF is nothing for a terminal. Say --output.\n');
    expect((await ran(['report', 'soa', '--format', 'csv'], env)).out).toBe('%PDF-1.7');
  });
});
