import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import type { SearchResults } from '../../domain/records/search.ts';
import { changeRecord } from '../../models/registers.ts';
import { addRisks } from '../support/organization.ts';
import { addPerson, ids, type Product, startApi } from './http.ts';

const at = systemNow();
const change = { at, actor: engine, event: 'created' };
const auditor = 'per-auditor000';
const run = 'riskReview-2026-Q3';

let product: Product;
beforeAll(async () => {
  product = await startApi();
  const { store } = product;
  await addPerson(store, auditor, 'auditor');
  await addRisks(store, ids.lukas, ['RSK-001'], { name: 'A laptop is stolen on the train' });
  await addRisks(store, ids.marta, ['RSK-002'], { name: 'Überspannung (im Serverraum)' });
  const control = { name: 'Laptops are encrypted', kind: 'technological', description: '', status: 'implemented' } as const;
  await changeRecord(store, {
    ...change,
    register: 'controls',
    id: 'CTL-001',
    set: { ...control, annexA: [], effectiveness: 'untested', owner: ids.lukas },
  });
  const document = {
    title: 'Rules for laptops',
    kind: 'procedure',
    owner: ids.hanna,
    reviewers: [],
    language: 'en',
    references: [],
  } as const;
  await changeRecord(store, {
    ...{ ...change, register: 'documents', id: 'DOC-001' },
    set: { ...document, reviewers: [], references: [], classification: 'internal', reviewEvery: 12, status: 'draft' },
  });
  const source = { kind: 'observation' } as const;
  await changeRecord(store, {
    ...{ ...change, register: 'nonconformities', id: 'NC-001' },
    set: { title: 'A laptop was left open', source, owner: ids.hanna, proposedAt: at, status: 'candidate' },
  });
  const objective = {
    name: 'No laptop is lost',
    work: 'W',
    resources: 'R',
    responsible: ids.hanna,
    due: '2027-06-30',
    judgedBy: 'J',
  } as const;
  await changeRecord(store, { ...change, register: 'objectives', id: 'OBJ-001', set: { ...objective, status: 'active' } });
  await addRun();
});
afterAll(() => product.stop());

async function addRun(): Promise<void> {
  const opened = { process: 'riskReview', openedAt: at, definition: 'riskReview@1' };
  await product.store.runs.insert({
    ...{ ...opened, id: run, key: '2026-Q3', attempt: 1, subject: {}, status: 'open', seq: 0, openedBy: engine },
    ...{ waitingFor: [], settingsVersion: 1, gates: [] },
  });
  const asked = { answer: 'link', seq: 1, version: 1, assignment: 1, accountable: ids.hanna, level: 0, undeliverable: false } as const;
  const task = (about: string, assignee: string, state: 'open' | 'done') =>
    product.store.tasks.insert({
      ...{ ...opened, ...asked, id: `${run}/reassess/${about}/1`, run, task: 'reassess', about, assignee, state, attempt: 1 },
      ...{ baselineDue: at, due: at, zone: 'Europe/Berlin', rungs: [], outcomeSchema: '{}' },
    });
  await task('RSK-001', ids.lukas, 'open');
  await task('RSK-002', ids.marta, 'done');
}

async function found(q: string, more = '', person = ids.hanna): Promise<SearchResults> {
  const { status, body } = await product.as(person)('GET', `/api/v1/search?q=${encodeURIComponent(q)}${more}`);
  expect(status).toBe(200);
  return body as SearchResults;
}
const idsOf = ({ items }: SearchResults) => items.map(({ kind, id }) => `${kind} ${id}`);

describe('One search across all records', () => {
  it('When a word begins a word of what records are called, each kind of them is found, in the order of kinds', async () => {
    expect(idsOf(await found('laptop'))).toEqual([
      ...['risks RSK-001', 'controls CTL-001', 'documents DOC-001', 'nonconformities NC-001', 'objectives OBJ-001'],
    ]);
    expect(idsOf(await found('top'))).toEqual([]);
    expect((await found('laptops encrypted')).items).toEqual([
      { kind: 'controls', id: 'CTL-001', title: 'Laptops are encrypted', status: 'implemented', who: 'Lukas Wendt' },
    ]);
  });

  it('When it is written in another case, or with signs that mean something in a pattern, it is found all the same', async () => {
    expect(idsOf(await found('ÜBERSPANNUNG'))).toEqual(['risks RSK-002']);
    expect(idsOf(await found('(im serverraum)'))).toEqual(['risks RSK-002']);
    expect(idsOf(await found('.*'))).toEqual([]);
    expect(idsOf(await found('[('))).toEqual([]);
  });

  it('When a reference is begun, in small letters too, it stands before what is only called so', async () => {
    expect(idsOf(await found('rsk-00'))).toEqual(['risks RSK-001', 'risks RSK-002']);
    expect(idsOf(await found('RSK-002'))).toEqual(['risks RSK-002']);
  });

  it('When a person is asked for by name or by address, they are found', async () => {
    expect(idsOf(await found('nogueira'))).toEqual([`people ${ids.marta}`]);
    expect(idsOf(await found('marta@tess'))).toEqual([`people ${ids.marta}`]);
  });

  it('When a run is asked for by its process and period, or by the beginning of its id in any case, it and its tasks are found', async () => {
    expect(idsOf(await found('risk review 2026'))).toEqual([`runs ${run}`]);
    expect((await found('risk review 2026')).items[0]).toMatchObject({ title: 'Periodic risk review 2026-Q3', status: 'open' });
    expect(idsOf(await found('riskreview-2026-q3'))).toEqual([
      ...[`runs ${run}`, `tasks ${run}/reassess/RSK-001/1`, `tasks ${run}/reassess/RSK-002/1`],
    ]);
  });

  it('When a task is asked for by its title and what it is about, only what is open is found, and whether it is one’s own', async () => {
    const { items } = await found('reassess rsk');
    expect(items).toEqual([
      {
        ...{ kind: 'tasks', id: `${run}/reassess/RSK-001/1`, run, about: 'RSK-001', title: 'Reassess the risk' },
        ...{ status: 'open', who: 'Lukas Wendt' },
      },
    ]);
    expect((await found('reassess', '', ids.lukas)).items).toMatchObject([{ kind: 'tasks', mine: true }]);
  });

  it('When somebody may not read a record, it is not found; whoever oversees the ISMS finds all', async () => {
    expect(idsOf(await found('laptop', '', ids.lukas))).toEqual(['risks RSK-001', 'controls CTL-001', 'objectives OBJ-001']);
    expect(idsOf(await found('nogueira', '', ids.lukas))).toEqual([]);
    expect(idsOf(await found(run, '', ids.lukas))).toEqual([`runs ${run}`, `tasks ${run}/reassess/RSK-001/1`]);
    expect(idsOf(await found('laptop', '', auditor))).toEqual(idsOf(await found('laptop')));
  });

  it('When there are more than are asked for, the kinds are named of which there are more', async () => {
    const few = await found('rsk-00', '&limit=1');
    expect([idsOf(few), few.more]).toEqual([['risks RSK-001'], ['risks']]);
    expect((await found('rsk-00', '&limit=2')).more).toEqual([]);
    expect(idsOf(await found('laptop', '&kind=controls'))).toEqual(['controls CTL-001']);
  });

  it.each(['', '?q=', '?q=a', `?q=${'a'.repeat(101)}`, '?q=ab&limit=0', '?q=ab&limit=51', '?q=ab&kind=letters', '?q[$ne]=ab'])(
    'When it is asked with "%s", it is 400',
    async (query) => {
      expect((await product.as(ids.hanna)('GET', `/api/v1/search${query}`)).status).toBe(400);
    },
  );
});
