import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import type { RiskSnapshot } from '../../domain/records/acceptance.ts';
import { engine } from '../../domain/records/common.ts';
import type { RecordOf } from '../../domain/records/index.ts';
import type { Risk } from '../../domain/records/risk.ts';
import { changeRecord, type RegisterName } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';
import { addControl } from './controls.ts';
import { addRisks, foundOrganization, ids } from './organization.ts';
import { type Product, password, startProduct } from './product.ts';

const at = '2026-10-06T08:00:00.000Z';
const byLukas = { person: ids.lukas, via: 'link' } as const;
const works = { status: 'implemented', effectiveness: 'effective', checkedOn: '2026-09-03', nextCheck: '2199-12-31' } as const;

export const auditor = 'per-auditor000';

const write = <N extends RegisterName>(store: Store, register: N, id: string, set: Partial<RecordOf<N>>) =>
  changeRecord(store, { register, id, set, at, actor: engine, event: 'created' });

/**
 * A product whose registers are filled: a risk with controls of four kinds that was judged seven times, accepted and treated, some 250 smaller ones,
 * a context, an objective and its measure. Hanna, Tove, Lukas, who owns the large risk, and an auditor can sign in.
 */
export async function productWithRegisters(options: Parameters<typeof startProduct>[0] = {}): Promise<Product> {
  const product = await startProduct(options);
  const { store } = product;
  await foundOrganization(store);
  await write(store, 'people', auditor, {
    ...{ name: 'Ines Prado', email: 'ines@tessel.example', roles: [{ role: 'auditor' }], site: 'head-office', language: 'en' },
    ...{ absences: [], status: 'active' },
  });
  const passwordHash = await hashPassword(password);
  for (const id of [ids.hanna, ids.lukas, ids.tove, auditor]) await store.credentials.insert({ id, passwordHash, changedAt: systemNow() });
  await addControls(store);
  await addLaptop(store);
  await addMany(store);
  await addContext(store);
  await addMeasuring(store);
  return product;
}

async function addControls(store: Store): Promise<void> {
  await addControl(store, 'CTL-30', {
    name: 'Nothing stays in the car',
    kind: 'organizational',
    ...works,
    owner: ids.lukas,
    annexA: ['7.9'],
  });
  await addControl(store, 'CTL-31', { name: 'Disk encryption', kind: 'technological', ...works, nextCheck: '2020-12-31', annexA: ['8.1'] });
  await addControl(store, 'CTL-32', { name: 'Lock after five minutes', kind: 'technological', ...works });
  await addControl(store, 'CTL-33', { name: 'Statement signed by each employee', kind: 'legal', ...works, effectiveness: 'partly' });
  await addControl(store, 'CTL-34', { name: 'Training on the road', kind: 'people', owner: ids.lukas, annexA: ['6.3'] });
  await store.controlChecks.insert({
    ...{
      id: 'CHK-1',
      control: 'CTL-33',
      controlVersion: 1,
      name: 'Statement',
      owner: ids.lukas,
      at,
      by: { person: ids.hanna, via: 'login' },
    },
    ...{
      design: 'effective',
      operation: 'partly',
      result: 'partly',
      before: 'untested',
      sample: '41 employees.',
      finding: 'Three have not.',
    },
    ...{ validUntil: '2026-12-31', run: 'controlCheck-2026-09', task: 'controlCheck-2026-09/check/CTL-33/1' },
  });
  await write(store, 'rollouts', 'ROL-1', { control: 'CTL-31', title: 'To all laptops', due: '2020-11-30' });
  for (const [item, state] of [
    ['LAP-1', 'done'],
    ['LAP-2', 'open'],
  ] as const)
    await write(store, 'rolloutItems', `ROL-1.${item}`, { rollout: 'ROL-1', control: 'CTL-31', item, state });
}

const judgements = [
  ['2025-03-24', 4, 4, 'veryHigh'],
  ['2025-07-03', 4, 4, 'veryHigh'],
  ['2025-10-02', 3, 4, 'high'],
  ['2026-01-08', 3, 4, 'high'],
  ['2026-04-09', 3, 3, 'medium'],
  ['2026-07-02', 2, 3, 'medium'],
  ['2026-10-06', 2, 3, 'medium'],
] as const;

async function addLaptop(store: Store): Promise<void> {
  for (const [n, [day, likelihood, consequence, band]] of judgements.entries())
    await store.assessments.insert({
      ...{ id: `RSK-017-${n}`, risk: 'RSK-017', kind: n === 0 ? 'initial' : 'periodic', at: `${day}T08:00:00.000Z`, by: byLukas },
      ...{ criteria: 'criteria-1', likelihood, consequence, band, reason: `As it was on ${day}.`, aboveAcceptance: true },
    });
  const [inherent, current] = [
    { likelihood: 4, consequence: 4 },
    { likelihood: 2, consequence: 3 },
  ];
  const risk: Partial<Risk> = {
    ...{ name: 'Laptop with customer data left in a car', description: 'A service laptop is stolen from a parked car.' },
    ...{ assets: ['service laptops'], properties: ['confidentiality'], treatment: ['modify'], threat: 'Theft.' },
    ...{ inherent, current, residual: { likelihood: 2, consequence: 2 }, band: 'medium', acceptance: 'accepted', nextReview: '2199-01-15' },
    controls: [
      { control: 'CTL-30', actsOn: 'likelihood', strength: 'weak' },
      { control: 'CTL-31', actsOn: 'consequence', strength: 'strong', group: 'laptop' },
      { control: 'CTL-32', actsOn: 'consequence', strength: 'moderate', group: 'laptop' },
      { control: 'CTL-33', actsOn: 'likelihood', strength: 'weak' },
      { control: 'CTL-34', actsOn: 'likelihood' },
    ],
    lastAssessment: { id: 'RSK-017-6', day: '2026-10-06', by: ids.lukas, ...current, band: 'medium' },
  };
  await addRisks(store, ids.lukas, ['RSK-017'], risk);
  const snapshot: Omit<RiskSnapshot, 'levels' | 'band'> = {
    ...{ risk: 'RSK-017', riskVersion: 1, name: 'Laptop', description: '', owner: ids.lukas, status: 'active', linked: [], controls: [] },
    ...{ criteria: 'criteria-1', assessment: 'RSK-017-6', frozenAt: at },
  };
  await write(store, 'acceptances', 'RSK-017-v2', {
    ...{ run: 'riskAcceptance-RSK-017-v2', risk: 'RSK-017', owner: ids.lukas, authority: 'riskOwner', state: 'accepted', askedAt: at },
    ...{ snapshot: { ...snapshot, levels: current, band: 'medium' }, justification: 'Encryption comes in November.' },
    ...{ requestedBy: byLukas, requestedAt: at, validUntil: '2199-04-06' },
  });
  await write(store, 'acceptances', 'RSK-017-v1', {
    ...{ run: 'riskAcceptance-RSK-017-v1', risk: 'RSK-017', owner: ids.lukas, authority: 'topManagement', state: 'ended' },
    ...{ askedAt: '2026-01-08T08:00:00.000Z', endedAt: '2026-04-09T08:00:00.000Z', endedBecause: 'changed' },
    ...{ snapshot: { ...snapshot, levels: { likelihood: 3, consequence: 4 }, band: 'high' } },
    ...{ decidedBy: { person: ids.tove, via: 'login' }, decidedAt: '2026-01-08T09:00:00.000Z' },
  });
  await write(store, 'treatmentPlans', 'TP-001', {
    ...{ run: 'riskTreatment-RSK-017-Audit', risk: 'RSK-017', because: 'Audit', round: 1, status: 'approved', options: ['modify'] },
    ...{ added: [], plannedBy: [], decisions: [] },
    items: [{ control: 'CTL-31', responsible: ids.martin, due: '2020-11-30', measuredBy: 'A sample of ten.', state: 'inImplementation' }],
  });
  await write(store, 'proposals', 'PRP-1', {
    ...{ process: 'targetedRiskReview', about: 'RSK-017', run: 'contextReview-2026', reason: 'The law has changed.', to: ids.hanna },
    ...{ proposedAt: at, status: 'open' },
  });
}

const small = (n: number): string => `RSK-${String(n).padStart(3, '0')}`;

/** More than two pages of the list, without a trail: nobody reads their history. */
async function addMany(store: Store): Promise<void> {
  const common = { version: 1, updatedAt: at, description: '', assets: [], threat: '', vulnerability: '', properties: [], treatment: [] };
  await store.risks.insertMissing(
    Array.from({ length: 250 }, (_, n) => ({
      ...{ ...common, id: small(n + 100), name: `Risk number ${n}`, owner: ids.marta, controls: [], status: 'active' as const },
      ...(n < 3 && { current: { likelihood: 5, consequence: 5 }, band: 'veryHigh' as const }),
    })),
  );
}

async function addContext(store: Store): Promise<void> {
  await write(store, 'scopes', 'SCP-001', {
    ...{ text: 'Both sites and what is done there.', status: 'approved', approvedBy: { person: ids.tove, via: 'login' }, approvedAt: at },
  });
  const issue = { effect: 'Laptops travel more.', relevant: true, status: 'active' } as const;
  await write(store, 'issues', 'ISS-001', { ...issue, kind: 'internal', name: 'More service at customers' });
  await write(store, 'issues', 'ISS-002', { ...issue, kind: 'climate', name: 'Climate change', effect: 'Floods reach the cellar.' });
  await write(store, 'interestedParties', 'PTY-001', {
    name: 'Customers',
    kind: 'customer',
    expects: 'Their data stay theirs.',
    status: 'active',
  });
  await write(store, 'requirements', 'REQ-001', {
    ...{ party: 'PTY-001', name: 'Laptops are encrypted', source: 'contract', addressed: true, controls: ['CTL-31'], status: 'active' },
  });
  await write(store, 'requirements', 'REQ-002', {
    ...{ party: 'PTY-001', name: 'A guard at the door', source: 'expectation', addressed: false, controls: [], status: 'active' },
    reason: 'Visitors are never alone.',
  });
}

const values = [
  ['2026-Q1', 82, false],
  ['2026-Q2', undefined, undefined],
  ['2026-Q3', 93, true],
] as const;

async function addMeasuring(store: Store): Promise<void> {
  await write(store, 'objectives', 'OBJ-001', {
    ...{ name: 'Answers in time', work: 'Remind early.', resources: 'Two days a month.', responsible: ids.hanna, due: '2199-12-31' },
    ...{ judgedBy: 'By the share of tasks.', status: 'active' },
  });
  await write(store, 'measures', 'MSR-001', {
    ...{ name: 'Tasks done by the first date', method: 'Counted.', unit: '%', source: 'onTime', every: 'quarter', objective: 'OBJ-001' },
    ...{ measurer: ids.hanna, analyst: ids.lukas, target: 90, direction: 'atLeast', status: 'active' },
  });
  for (const [period, value, onTarget] of values)
    await write(store, 'measurements', `MSR-001-${period}`, {
      ...{
        measure: 'MSR-001',
        period,
        target: 90,
        collectedBy: engine,
        collectedAt: `${period.slice(0, 4)}-0${period.slice(-1)}-01T08:00:00.000Z`,
      },
      ...{ run: `measurement-${period}`, ...(value === undefined ? { gap: 'Nobody had counted.' } : { value, onTarget }) },
      ...(value === 93 && { analysis: 'The reminders work.', response: 'none' as const, analysedBy: byLukas }),
    });
}
