import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import type { HeatMap } from '../../domain/records/dashboard.ts';
import type { RiskLevels } from '../../domain/records/riskLevels.ts';
import type { RiskTies } from '../../domain/records/riskTies.ts';
import { changeRecord } from '../../models/registers.ts';
import { addControl } from '../support/controls.ts';
import { addRisks } from '../support/organization.ts';
import { ids, type Product, startApi } from './http.ts';

let product: Product;

const works = { status: 'implemented', effectiveness: 'effective' } as const;
const high = { inherent: { likelihood: 4, consequence: 4 }, current: { likelihood: 3, consequence: 4 }, band: 'high' } as const;

beforeAll(async () => {
  product = await startApi();
  const { store } = product;
  await addControl(store, 'CTL-30', { name: 'Nothing stays in the car', kind: 'organizational', ...works, owner: ids.lukas });
  await addControl(store, 'CTL-31', { name: 'Disk encryption', ...works, checkedOn: '2020-01-01', nextCheck: '2020-12-31' });
  await addControl(store, 'CTL-32', { name: 'Screen lock', ...works, effectiveness: 'ineffective' });
  await addControl(store, 'CTL-33', { name: 'Signed statement', kind: 'legal' });
  await addControl(store, 'CTL-34', { name: 'Gone', status: 'retired' });
  await addRisks(store, ids.lukas, ['RSK-017'], {
    ...high,
    controls: [
      { control: 'CTL-30', actsOn: 'likelihood', strength: 'weak' },
      { control: 'CTL-33', actsOn: 'likelihood', strength: 'strong' },
      { control: 'CTL-31', actsOn: 'consequence', strength: 'veryStrong', group: 'laptop' },
      { control: 'CTL-32', actsOn: 'consequence', strength: 'strong', group: 'laptop' },
    ],
  });
  await addRisks(store, ids.marta, ['RSK-018'], { current: { likelihood: 1, consequence: 1 }, band: 'low' });
  await addRisks(store, ids.marta, ['RSK-019'], { status: 'closed', current: { likelihood: 3, consequence: 4 }, band: 'high' });
  await changeRecord(store, {
    ...{ register: 'rollouts', id: 'ROL-1', at: systemNow(), actor: engine, event: 'created' },
    set: { control: 'CTL-31', title: 'To all laptops' },
  });
  for (const [item, state] of [
    ['LAP-1', 'done'],
    ['LAP-2', 'open'],
  ] as const)
    await changeRecord(store, {
      ...{ register: 'rolloutItems', id: `ROL-1.${item}`, at: systemNow(), actor: engine, event: 'created' },
      set: { rollout: 'ROL-1', control: 'CTL-31', item, state },
    });
});
afterAll(() => product.stop());

const get = async <T>(person: string, path: string): Promise<T> => (await product.as(person)('GET', `/api/v1${path}`)).body as T;
const idsIn = async (person: string, path: string): Promise<string[]> =>
  (await get<{ items: { id: string }[] }>(person, path)).items.map(({ id }) => id);

describe('What controls do to a risk', () => {
  it('When its levels are read, each control says what it counts today and what it will, and the shares add up on each scale', async () => {
    const levels = await get<RiskLevels>(ids.hanna, '/risks/RSK-017/levels');
    expect(levels.bands).toEqual({ inherent: 'veryHigh', current: 'high' });
    expect(levels.controls.map(({ control, counts, planned, isExpired }) => [control, counts, planned, isExpired])).toEqual([
      ['CTL-30', 0.2, 0.2, false],
      ['CTL-33', 0, 0.6, false],
      ['CTL-31', 0.4, 0.4, true],
      ['CTL-32', 0, 0, false],
    ]);
    expect(levels.controls[2]?.rollout).toEqual({ done: 1, of: 2 });
    expect(levels.likelihood).toMatchObject({ shares: [0.2, 0], isCapped: false, from: 4, to: 4, planned: 2 });
    expect(levels.consequence).toMatchObject({ shares: [0.4], from: 4, to: 3, planned: 3 });
    expect(levels).toMatchObject({ proposed: { likelihood: 4, consequence: 3 }, kinds: 3, isThin: false });
  });

  it('When nobody has judged it without controls, nothing is computed', async () => {
    const levels = await get<RiskLevels>(ids.hanna, '/risks/RSK-018/levels');
    expect(levels).not.toHaveProperty('proposed');
    expect(levels.likelihood).toEqual({ shares: [], effect: 0, isCapped: false });
  });

  it('When it is somebody else’s risk, there is none', async () => {
    expect((await product.as(ids.lukas)('GET', '/api/v1/risks/RSK-018/levels')).status).toBe(404);
  });
});

describe('Where risks lie', () => {
  it('When the map is asked for, it counts what its reader may see, narrowed as the list is', async () => {
    const seen = await get<HeatMap & { owners: { id: string; records: number }[] }>(ids.hanna, '/risks/map?status=standing');
    expect([seen.risks, seen.current[2]?.[3], seen.inherent[3]?.[3]]).toEqual([2, 1, 1]);
    expect((await get<HeatMap>(ids.hanna, '/risks/map')).current[2]?.[3]).toBe(2);
    expect(await get<HeatMap>(ids.hanna, `/risks/map?owner=${ids.marta}&band=high`)).toMatchObject({ risks: 1 });
    expect(await get<object>(ids.lukas, '/risks/map')).toMatchObject({ risks: 1, owners: [{ id: ids.lukas, records: 1 }] });
  });

  it('When a cell of the map is followed, the list has the risks that were counted in it', async () => {
    expect(await idsIn(ids.hanna, '/registers/risks?cell=current-3-4&status=standing')).toEqual(['RSK-017']);
    expect(await idsIn(ids.hanna, '/registers/risks?cell=current-3-4')).toEqual(['RSK-017', 'RSK-019']);
    expect(await idsIn(ids.hanna, '/registers/risks?control=CTL-31&band=high')).toEqual(['RSK-017']);
    expect(await idsIn(ids.hanna, '/registers/risks?cell=target-1-1')).toEqual([]);
    expect((await product.as(ids.hanna)('GET', '/api/v1/registers/risks?cell=current-9-9')).status).toBe(400);
  });
});

describe('Controls in lists', () => {
  it('When they are narrowed by their check, those whose check is too old are there, or those that nobody looked at', async () => {
    expect(await idsIn(ids.hanna, '/registers/controls?check=expired')).toEqual(['CTL-31']);
    expect(await idsIn(ids.hanna, '/registers/controls?check=never&status=standing')).toEqual(['CTL-30', 'CTL-32', 'CTL-33']);
    expect(await idsIn(ids.hanna, '/registers/controls?effectiveness=ineffective')).toEqual(['CTL-32']);
  });

  it('When they are summed up, an expired check counts as none', async () => {
    const summary = await get<object>(ids.hanna, '/controls/summary');
    expect(summary).toMatchObject({ controls: 4, inPlace: 3, expired: 1, owners: [{ id: ids.lukas, records: 1 }] });
    expect((summary as { byEffectiveness: object[] }).byEffectiveness).toEqual([
      { effectiveness: 'untested', controls: 1 },
      { effectiveness: 'effective', controls: 1 },
      { effectiveness: 'partly', controls: 0 },
      { effectiveness: 'ineffective', controls: 1 },
    ]);
  });
});

describe('Who somebody is', () => {
  it('When somebody asks who they are, they hear what day it is', async () => {
    expect(await get<{ today: string }>(ids.hanna, '/session')).toMatchObject({ today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  });
});

describe('What a risk is tied to', () => {
  const run = 'riskReview-2026-Q4';
  const at = '2026-10-06T08:00:00.000Z';

  beforeAll(async () => {
    const { store } = product;
    const said = { at, actor: engine, event: 'created' };
    const wrong = (id: string, owner: string, subject: string) =>
      changeRecord(store, {
        ...{ register: 'nonconformities', id, ...said },
        set: { title: `${id} went wrong`, source: { kind: 'incident', subject }, owner, proposedAt: at, status: 'candidate' },
      });
    await wrong('NC-01', ids.lukas, 'RSK-017');
    await wrong('NC-02', ids.hanna, 'CTL-31');
    await wrong('NC-03', ids.hanna, 'RSK-018');
    await changeRecord(store, {
      ...{ register: 'changes', id: 'CHG-01', ...said },
      set: {
        ...{ title: 'New laptops', reason: 'Age', source: { kind: 'person' }, status: 'requested' as const, risks: ['RSK-017'] },
        ...{ requestedBy: ids.hanna, responsible: ids.hanna },
      },
    });
    await changeRecord(store, {
      ...{ register: 'auditFindings', id: 'FND-01', ...said },
      set: {
        ...{ audit: 'AUD-01', criterion: 'A.8.1', evidence: 'Three of ten were not encrypted.', grade: 'minor', owner: ids.hanna },
        ...{ risk: 'RSK-017', status: 'open', nonconformities: [] },
      },
    });
    await store.runs.insert({
      ...{
        id: run,
        process: 'riskReview',
        key: '2026-Q4',
        attempt: 1,
        subject: {},
        status: 'open',
        seq: 0,
        openedAt: at,
        openedBy: engine,
      },
      ...{ waitingFor: [], settingsVersion: 1, definition: 'riskReview@1', gates: [] },
    });
    await store.tasks.insert({
      ...{ id: `${run}/reassess/RSK-017/1`, run, process: 'riskReview', task: 'reassess', about: 'RSK-017', attempt: 1, answer: 'link' },
      ...{ state: 'done', answeredAt: at, closedAt: at, seq: 1, version: 1, assignment: 1, assignee: ids.lukas, accountable: ids.hanna },
      ...{ openedAt: at, baselineDue: at, due: at, zone: 'Europe/Berlin', rungs: [], level: 0, undeliverable: false },
      ...{ definition: 'riskReview@1', outcomeSchema: '{}' },
    });
  });

  it('When the ISMS manager asks, it is what went wrong with it or its controls, what was found, what is to change, and what asked', async () => {
    const ties = await get<RiskTies>(ids.hanna, '/risks/RSK-017/ties');
    expect(ties.nonconformities.map(({ id, about }) => [id, about]).sort()).toEqual([
      ['NC-01', 'RSK-017'],
      ['NC-02', 'CTL-31'],
    ]);
    expect(ties.findings).toEqual([{ id: 'FND-01', audit: 'AUD-01', criterion: 'A.8.1', status: 'open' }]);
    expect(ties.changes).toEqual([{ id: 'CHG-01', title: 'New laptops', status: 'requested' }]);
    expect(ties.runs).toEqual([{ id: run, process: 'riskReview', key: '2026-Q4', isAsked: false, answeredAt: at }]);
  });

  it('When its owner asks, who does not see all, it is what is theirs', async () => {
    const ties = await get<RiskTies>(ids.lukas, '/risks/RSK-017/ties');
    expect(ties.nonconformities.map(({ id }) => id)).toEqual(['NC-01']);
    expect([ties.findings, ties.changes]).toEqual([[], []]);
    expect(ties.runs.map(({ id }) => id)).toEqual([run]);
  });

  it('When somebody else asks, the risk is not there', async () => {
    expect((await product.as(ids.lukas)('GET', '/api/v1/risks/RSK-018/ties')).status).toBe(404);
  });
});
