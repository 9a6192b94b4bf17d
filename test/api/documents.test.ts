import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import { digestOfVersion } from '../../models/documents.ts';
import { changeRecord } from '../../models/registers.ts';
import { addControl } from '../support/controls.ts';
import { addRisks } from '../support/organization.ts';
import { type Answer, addPerson, addToken, ids, type Product, startApi } from './http.ts';

let product: Product;
beforeAll(async () => {
  product = await startApi();
  await addToken(product.store, ids.marta);
  await addPerson(product.store, 'per-auditor000', 'auditor');
  await addControl(product.store, 'CTL-001', { owner: ids.lukas, status: 'implemented', annexA: ['5.10'] });
  await addRisks(product.store, ids.lukas, ['RSK-001'], { controls: [{ control: 'CTL-001', actsOn: 'both' }] });
});
afterAll(() => product.stop());

const documents = '/api/v1/registers/documents';
const versions = '/api/v1/registers/documentVersions';
const rule = {
  ...{ id: 'DOC-001', title: 'Acceptable use', kind: 'topicPolicy', owner: ids.lukas, reviewers: [ids.martin], language: 'en' },
  ...{ references: ['A.5.10'], audience: { roles: [], sites: [], people: [ids.marta] } },
};
const problems = ({ body }: Answer) => (body as { errors: { path: string }[] }).errors.map(({ path }) => path);
const change = () => ({ at: '2026-10-01T08:00:00.000Z', actor: byEngine, event: 'published' });

/** As its run leaves it when it is published. */
async function inForce(nextReview: string): Promise<void> {
  const said = { document: 'DOC-001', number: 1, text: 'Lock your screen.', summary: 'The first.', authors: [ids.lukas] };
  const by = { approvedBy: { person: ids.hanna, via: 'login' as const }, approvedAt: change().at, publishedAt: change().at };
  const set = { ...said, ...by, because: 'New', status: 'current' as const, digest: digestOfVersion(said as never) };
  await changeRecord(product.store, { ...change(), register: 'documentVersions', id: 'DOC-001-v1', set });
  const { version = 0 } = (await product.store.documents.get('DOC-001')) ?? {};
  await changeRecord(product.store, {
    ...{ ...change(), register: 'documents', id: 'DOC-001', version },
    set: { status: 'current', current: 'DOC-001-v1', nextReview },
  });
}

describe('The register of documents over HTTP', () => {
  it('When one is recorded it is a draft without a version; what it names is there, and nobody reviews their own', async () => {
    const hanna = product.as(ids.hanna);
    const wrong = {
      ...rule,
      reviewers: [ids.lukas, 'per-nobody0000'],
      references: ['A.5.99'],
      audience: { roles: [], sites: [], people: [] },
    };
    const refused = await hanna('POST', documents, wrong);
    expect([refused.status, problems(refused)]).toEqual([422, ['reviewers.0', 'reviewers.1', 'references', 'audience']]);
    const made = await hanna('POST', documents, rule);
    expect(made).toMatchObject({ status: 201, body: { status: 'draft', classification: 'internal', reviewEvery: 12 } });
    expect(made.body).not.toHaveProperty('current');
    expect((await hanna('POST', documents, rule)).status).toBe(409);
  });

  it('When somebody would put it in force past its run, there is no way: neither its status, nor its version, nor a version by hand', async () => {
    const hanna = product.as(ids.hanna);
    for (const past of [{ status: 'current' }, { current: 'DOC-001-v1' }])
      expect((await hanna('PATCH', `${documents}/DOC-001`, { version: 1, ...past })).status).toBe(422);
    for (const [method, path] of [
      ['POST', versions],
      ['PATCH', `${versions}/DOC-001-v1`],
    ] as const)
      expect([404, 405]).toContain((await hanna(method, path, { version: 1, status: 'current' })).status);
    expect(await product.store.documents.get('DOC-001')).toMatchObject({ status: 'draft', version: 1 });
  });

  it('When it is a draft, its owner sees it and sets the reviewers, and whom it is for does not see it yet', async () => {
    expect((await product.as(ids.marta)('GET', `${documents}/DOC-001`)).status).toBe(404);
    const lukas = product.as(ids.lukas);
    expect(await lukas('PATCH', `${documents}/DOC-001`, { version: 1, keptAt: 'The wiki' })).toMatchObject({ status: 200 });
    expect((await lukas('PATCH', `${documents}/DOC-001`, { version: 2, kind: 'record' })).status).toBe(403);
  });

  it('When it is in force, whoever it is for reads it and its version, and nobody else', async () => {
    await inForce('2099-01-02');
    expect(await product.as(ids.marta)('GET', `${documents}/DOC-001`)).toMatchObject({ status: 200, body: { current: 'DOC-001-v1' } });
    expect(await product.as(ids.marta)('GET', `${versions}/DOC-001-v1`)).toMatchObject({
      status: 200,
      body: { text: 'Lock your screen.' },
    });
    expect((await product.as(ids.marta)('GET', documents)).body).toMatchObject({ items: [{ id: 'DOC-001' }] });
    await addPerson(product.store, 'per-other00000', 'riskOwner');
    for (const path of [`${documents}/DOC-001`, `${versions}/DOC-001-v1`])
      expect((await product.as('per-other00000')('GET', path)).status).toBe(404);
  });

  it('When both are exported, people stand by their addresses, and who has no part in them gets none', async () => {
    const csv = async (person: string, register: string) =>
      (await product.as(person)('GET', `/api/v1/registers/${register}/export?format=csv`)).text;
    expect(await csv(ids.hanna, 'documents')).toContain('DOC-001,Acceptable use,topicPolicy,lukas@tessel.example,martin@tessel.example');
    expect(await csv(ids.lukas, 'documentVersions')).toContain('Lock your screen.');
    expect(await csv('per-other00000', 'documents')).not.toContain('DOC-001');
  });
});

describe('Documents as lists show them', () => {
  const lines = async (person: string, query = '') =>
    ((await product.as(person)('GET', `/api/v1/documents${query}`)).body as { items: object[] }).items;

  it('When they are listed, each says which version is in force, when it is looked at again, and how many have acknowledged it', async () => {
    const counts = { asked: 40, answered: 38, excepted: 1, dropped: 0, missing: 1 };
    await changeRecord(product.store, {
      ...{ ...change(), register: 'campaigns', id: 'CMP-001' },
      set: {
        ...{
          title: 'Read it',
          kind: 'statement',
          text: 'Read it.',
          audience: { roles: ['everyone'], sites: [], people: [] },
          workingDays: 10,
        },
        ...{ status: 'closed', run: 'campaign-CMP-001', counts },
      },
    });
    await product.store.documentVersions.set('DOC-001-v1', { campaign: 'CMP-001' });
    expect(await lines(ids.hanna)).toMatchObject([
      {
        ...{ id: 'DOC-001', ownerName: 'Lukas Wendt', number: 1, approvedOn: '2026-10-01', nextReview: '2099-01-02', overdue: false },
        acknowledged: { campaign: 'CMP-001', ...counts },
      },
    ]);
    expect(await lines(ids.hanna, '?kind=policy')).toEqual([]);
    expect(await lines(ids.marta)).toMatchObject([{ id: 'DOC-001' }]);
  });
});

type Lines = { missing: number; overdue: number; lines: { clause: string; missing: boolean; overdue: boolean; stands: object[] }[] };
const checklist = async (): Promise<Lines> => (await product.as(ids.hanna)('GET', '/api/v1/documents/checklist')).body as Lines;
const lineOf = ({ lines }: Lines, clause: string) => lines.find((one) => one.clause === clause);

describe('What the standard wants documented', () => {
  it('When it is asked for, overseers get every line of the clauses and of the controls that are necessary here', async () => {
    const found = await checklist();
    expect(found.lines.map(({ clause }) => clause)).toEqual([
      ...[
        '4.3',
        '5.2',
        '6.1.2',
        '6.1.3',
        '6.1.3 d',
        '6.1.3 e',
        '6.2',
        '7.2',
        '7.5',
        '8.1',
        '8.2',
        '8.3',
        '9.1',
        '9.2',
        '9.3',
        '10.2',
        'A.5.10',
      ],
    ]);
    expect((await product.as('per-auditor000')('GET', '/api/v1/documents/checklist')).status).toBe(200);
    expect((await product.as(ids.lukas)('GET', '/api/v1/documents/checklist')).status).toBe(403);
  });

  it('What stands for a line is a document in force or a register, with its days; what nothing stands for is missing', async () => {
    const found = await checklist();
    const document = { register: 'documents', id: 'DOC-001', title: 'Acceptable use', approvedOn: '2026-10-01', nextReview: '2099-01-02' };
    expect(lineOf(found, 'A.5.10')).toMatchObject({ stands: [document], missing: false, overdue: false });
    expect(lineOf(found, '6.1.2')).toMatchObject({ stands: [{ register: 'riskCriteria', id: 'criteria-1' }], missing: false });
    expect(lineOf(found, '5.2')).toMatchObject({ stands: [], missing: true });
    // Where nothing has happened, nothing is kept.
    expect(lineOf(found, '10.2')).toMatchObject({ stands: [], missing: false });
    const { id: _id, ...policy } = {
      id: 'POL-001',
      text: 'We keep it safe.',
      status: 'approved' as const,
      approvedBy: byEngine,
      approvedAt: change().at,
    };
    await changeRecord(product.store, { ...change(), register: 'policies', id: 'POL-001', set: policy });
    expect(lineOf(await checklist(), '5.2')).toMatchObject({
      stands: [{ register: 'policies', id: 'POL-001', approvedOn: '2026-10-01' }],
      missing: false,
    });
  });

  it('When a document should have been looked at again, its line is overdue; withdrawn, it stands for nothing', async () => {
    await product.store.documents.set('DOC-001', { nextReview: '2026-01-02' });
    const late = await checklist();
    expect([late.overdue, lineOf(late, 'A.5.10')]).toMatchObject([1, { overdue: true }]);
    const { version } = (await product.store.documents.get('DOC-001')) ?? {};
    const gone = await product.as(ids.hanna)('PATCH', `${documents}/DOC-001`, { version, status: 'withdrawn' });
    expect(gone).toMatchObject({ status: 200, body: { status: 'withdrawn' } });
    expect(gone.body).not.toHaveProperty('current');
    expect(await product.store.documentVersions.get('DOC-001-v1')).toMatchObject({ status: 'superseded', text: 'Lock your screen.' });
    expect(lineOf(await checklist(), 'A.5.10')).toMatchObject({ stands: [], missing: true });
    expect((await product.as(ids.marta)('GET', `${versions}/DOC-001-v1`)).status).toBe(404);
  });
});
