import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from '../../api/import/readFile.ts';
import { ensureOrganization } from '../../api/setup.ts';
import { systemNow } from '../../domain/clock.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Risk } from '../../domain/records/risk.ts';
import type { Store } from '../../models/store.ts';
import { type Engine, openTestStore, startEngine } from '../support/engine.ts';
import { addRisks } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { addToken, ids, type Product, startApi } from './http.ts';

const manager = async (store: Store): Promise<string> => (await store.people.first({ 'roles.role': 'ismsManager' }))?.id ?? '';
/** The bytes of a download. */
async function fileFrom(product: Product, person: string, register: string, format: string): Promise<{ headers: Headers; bytes: Buffer }> {
  const answer = await fetch(`${product.url}/api/v1/registers/${register}/export?format=${format}`, { headers: product.headersOf(person) });
  expect(answer.status).toBe(200);
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

/** Registers that are compared field by field. */
const plainly = ['interestedParties', 'requirements', 'issues', 'objectives', 'measures', 'documents', 'documentVersions'] as const;
/** Each after those that it names. */
const inOrder = ['people', 'riskCriteria', 'controls', 'risks', ...plainly.slice(0, -1)];

describe('A register that is exported here and imported into an empty organization there', () => {
  let source: Product;
  let hanna: string;

  beforeAll(async () => {
    const { store } = await openTestStore();
    await ensureOrganization({
      store,
      config: { example: true, adminEmail: 'hanna@tessel.example', adminPassword: undefined, adminToken: undefined },
    });
    hanna = await manager(store);
    await addToken(store, hanna);
    source = await startApi({ store });
    await addWhatIsHardToWrite(source, hanna);
  });
  afterAll(async () => {
    await source.stop();
    await source.store.close();
  });

  it.each(['csv', 'xlsx'])(
    'When registers go through %s files, they are the same records',
    async (format) => {
      const engine = await startEngine();
      try {
        const { target, there } = await emptyOrganization(engine, source.store);
        for (const register of inOrder) {
          const { bytes } = await fileFrom(source, hanna, register, format);
          const applied = await target.as(there)('POST', `/api/v1/registers/${register}/import?apply=true`, bytes);
          expect(applied).toMatchObject({ status: 202, body: { findings: 0, report: [], noted: 0, notes: [], ignored: [] } });
          await untilApplied(target, there, (applied.body as { import: string }).import);
        }
        const [here, copied] = [await contentOf(source.store), await contentOf(engine.store)];
        expect(copied.people).toEqual(here.people);
        expect(copied.criteria).toEqual(here.criteria);
        expect(copied.controls).toEqual(here.controls);
        expect(copied.risks).toEqual(here.risks);
        for (const register of plainly)
          expect([register, await saidIn(engine.store, register)]).toEqual([register, await saidIn(source.store, register)]);
        expect(here.risks.map(({ name }) => name)).toContain('=HYPERLINK("http://evil.example")');
        await target.stop();
      } finally {
        await engine.stop();
      }
    },
    600_000,
  );
});

/** Titles and texts that files like to break, written through the API as people write them. */
async function addWhatIsHardToWrite(product: Product, by: string): Promise<void> {
  const ask = product.as(by);
  const [owner] = await product.store.people.find({}, { limit: 1 });
  const control = {
    id: 'CTL-900',
    name: '+49 761 "Zugang"; Tür',
    kind: 'physical',
    description: "=1+1\n'=2\n-Prüfung",
    owner: owner?.id,
    annexA: ['7.1', '7.10'],
  };
  const risk = {
    ...{ id: 'RSK-900', name: '=HYPERLINK("http://evil.example")', owner: owner?.id, description: 'Zeile 1\nZeile "2"; Größe\t|\\ 😀' },
    ...{ assets: ['a|b', 'C:\\', '=cmd()', 'constructor', '007'], threat: '@SUM(A1)', vulnerability: '_x0041_', properties: ['integrity'] },
    controls: [{ control: 'CTL-900', actsOn: 'consequence' }],
  };
  const party = { id: 'PTY-900', name: '=Ämter', kind: 'authority', expects: 'Zeile 1\n-Zeile 2', status: 'active' };
  const requirement = {
    ...{ id: 'REQ-900', party: 'PTY-900', name: '+Meldung', source: 'law', addressed: true, controls: ['CTL-900'], status: 'active' },
  };
  const issue = { id: 'ISS-900', kind: 'climate', name: 'Hitze; "Dürre"', effect: '@Keller', relevant: false, status: 'ended' };
  const plan = {
    ...{ id: 'DOC-901', title: '=Notfall|plan', kind: 'plan', owner: owner?.id, language: 'de', classification: 'secret' },
    ...{ references: ['5.2', 'A.5.10'], keptAt: 'C:\\Pläne', audience: { roles: ['everyone'], sites: [], people: [owner?.id] } },
  };
  const gone = {
    name: 'Ägidius "Ä" Öhm',
    email: 'gone@tessel.example',
    roles: [{ role: 'assetOwner', scope: 'Porto, Halle 2' }],
    absences: [{ from: '2026-12-24', to: '2027-01-02' }],
  };
  for (const [register, record] of [
    ['controls', control],
    ['risks', risk],
    ['people', gone],
    ['interestedParties', party],
    ['requirements', requirement],
    ['issues', issue],
    ['documents', plan],
  ] as const)
    expect((await ask('POST', `/api/v1/registers/${register}`, record)).status).toBe(201);
  const left = await product.store.people.first({ email: 'gone@tessel.example' });
  expect((await ask('PATCH', `/api/v1/registers/people/${left?.id}`, { version: 1, status: 'left' })).status).toBe(200);
  const [judged] = await product.store.risks.find({ lastAssessment: { $exists: true } }, { limit: 1 });
  if (judged?.lastAssessment === undefined || left === undefined) throw new Error('the example has no judged risk');
  await product.store.risks.set(judged.id, { lastAssessment: { ...judged.lastAssessment, by: left.id } });
  await addDocumentInForce(product.store, { owner: owner?.id ?? '', approver: left.id });
}

/** As its run leaves it; whoever approved it has left since. */
async function addDocumentInForce(store: Store, { owner, approver }: { owner: string; approver: string }): Promise<void> {
  const at = '2026-02-28T23:00:00.000Z';
  const common = { version: 1, updatedAt: at };
  await store.documentVersions.insert({
    ...{ ...common, id: 'DOC-900-v4', document: 'DOC-900', number: 4, because: 'New', place: 'The wiki', authors: [owner] },
    ...{ status: 'current', approvedBy: { person: approver, via: 'login' }, approvedAt: at, publishedAt: at },
  });
  await store.documents.insert({
    ...{ ...common, id: 'DOC-900', title: 'Regeln', kind: 'topicPolicy', owner, reviewers: [], language: 'de', classification: 'public' },
    ...{ references: [], reviewEvery: 24, keptAt: 'The wiki', nextReview: '2099-01-01', status: 'current', current: 'DOC-900-v4' },
  });
}

/** What its records say, people by their mail address; of what an import does not bring along, nothing. */
async function saidIn(store: Store, register: (typeof plainly)[number]): Promise<unknown[]> {
  const emails = new Map((await store.people.find({})).map(({ id, email }) => [id, email]));
  const own = ['version', 'updatedAt', 'origin', 'run', 'via', 'because', 'authors', 'digest', 'publishedAt'];
  const told = (key: string, value: unknown) => (own.includes(key) ? undefined : (emails.get(value as string) ?? value));
  const collection = store[register] as unknown as { find(filter: object, options: object): Promise<object[]> };
  return (await collection.find({}, { sort: { _id: 1 } })).map((one) => JSON.parse(JSON.stringify(one, told)));
}

/** An organization with the same sites and nobody but its administrator. */
async function emptyOrganization({ store, address, namespace }: Engine, like: Store): Promise<{ target: Product; there: string }> {
  const config = { example: false, adminEmail: 'admin@elsewhere.example', adminPassword: undefined, adminToken: undefined };
  await ensureOrganization({ store, config });
  const there = await manager(store);
  await addToken(store, there);
  const { sites, defaultSite } = (await like.settings.get('settings')) ?? {};
  await store.settings.set('settings', { sites: sites ?? [], defaultSite: defaultSite ?? '' });
  await store.people.set(there, { site: defaultSite ?? '' });
  return { target: await startApi({ store, temporal: { address, namespace } }), there };
}

const untilApplied = (product: Product, person: string, id: string) =>
  eventually(
    `${id} is applied`,
    async () => {
      const { body } = await product.as(person)('GET', `/api/v1/imports/${id}`);
      return (body as { state: string }).state === 'applied';
    },
    150_000,
  );

/** What a register says, without ids and versions that are each organization's own; people stand for their mail addresses. */
async function contentOf(store: Store) {
  const people = await store.people.find({}, { sort: { email: 1 } });
  const email = (id: string | undefined) => people.find((person) => person.id === id)?.email;
  const named = ({ id: _id, version: _version, updatedAt: _at, invitedAt: _invited, manager: above, deputy, ...rest }: Person) => ({
    ...rest,
    manager: email(above),
    deputy: email(deputy),
  });
  const judged = ({ version: _version, updatedAt: _at, lastAssessment, owner, ...rest }: Risk) => {
    const { id: _id, by, ...last } = lastAssessment ?? {};
    return { ...rest, owner: email(owner), last: lastAssessment && { ...last, by: email(by) } };
  };
  const [newest] = (await store.riskCriteria.find({}, { sort: { _id: -1 }, limit: 1 })) ?? [];
  const { id: _id, version: _version, createdAt: _at, ...criteria } = newest ?? {};
  return {
    people: people.filter(({ email: address }) => address !== 'admin@elsewhere.example').map(named),
    criteria,
    controls: (await store.controls.find({})).map(({ version: _v, updatedAt: _u, owner, tester, ...rest }) => ({
      ...{ ...rest, owner: email(owner), tester: email(tester) },
    })),
    risks: (await store.risks.find({})).map(judged),
  };
}

describe('An export', () => {
  let product: Product;

  beforeAll(async () => {
    product = await startApi();
    await addRisks(product.store, ids.lukas, ['RSK-1', 'RSK-2']);
    await addRisks(product.store, ids.marta, ['RSK-3']);
    const judged = {
      kind: 'initial' as const,
      at: systemNow(),
      by: { person: ids.marta, via: 'login' as const },
      criteria: 'criteria-1',
      likelihood: 3,
      consequence: 3,
      band: 'medium' as const,
      aboveAcceptance: true,
    };
    await product.store.assessments.insert({ ...judged, id: 'RSK-1-a', risk: 'RSK-1' });
    await product.store.assessments.insert({ ...judged, id: 'RSK-3-a', risk: 'RSK-3' });
  });
  afterAll(() => product.stop());

  const textOf = async (person: string, register: string) => (await fileFrom(product, person, register, 'csv')).bytes.toString('utf8');

  it('When it is CSV, it says so, has a name with the day, and letters a spreadsheet reads', async () => {
    const { headers, bytes } = await fileFrom(product, ids.hanna, 'risks', 'csv');
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename=risks-\d{4}-\d\d-\d\d\.csv$/);
    expect([headers.get('X-Content-Type-Options'), headers.get('Cache-Control')]).toEqual(['nosniff', 'no-store']);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('When it is XLSX, its sheet is called like the register', async () => {
    const { headers, bytes } = await fileFrom(product, ids.hanna, 'risks', 'xlsx');
    expect(headers.get('Content-Type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect((await readFile(bytes, 'risks')).rows.map(({ cells }) => cells[0])).toEqual(['RSK-1', 'RSK-2', 'RSK-3']);
  });

  it('When somebody sees part of a register, the file has that part and names nobody else', async () => {
    expect((await textOf(ids.lukas, 'risks')).match(/^RSK-\d/gm)).toEqual(['RSK-1', 'RSK-2']);
    expect((await textOf(ids.hanna, 'risks')).match(/^RSK-\d/gm)).toEqual(['RSK-1', 'RSK-2', 'RSK-3']);
    expect((await textOf(ids.lukas, 'people')).split('\r\n').slice(1, -1)).toEqual([expect.stringContaining('lukas@tessel.example')]);
    const assessments = await textOf(ids.lukas, 'assessments');
    expect(assessments).toContain(`RSK-1-a,RSK-1,initial,`);
    expect(assessments).not.toContain('RSK-3-a');
    // Who judged is somebody that Lukas may not see: an id, as in every other answer.
    expect([assessments.includes(ids.marta), assessments.includes('marta@')]).toEqual([true, false]);
    expect(await textOf(ids.hanna, 'assessments')).toContain('marta@tessel.example');
    expect((await textOf(ids.lukas, 'nonconformities')).split('\r\n')).toHaveLength(2);
  });

  it('When nothing is there, the file has its header', async () => {
    expect(await textOf(ids.hanna, 'nonconformities')).toMatch(/^\ufeffid,title,status,[^\r]*\r\n$/);
    await expect(readFile((await fileFrom(product, ids.hanna, 'nonconformities', 'xlsx')).bytes)).rejects.toMatchObject({
      code: 'emptyFile',
      message: expect.stringContaining('a header and no rows'),
    });
  });

  it.each([
    ['a register that there is not', 'secrets/export', 404],
    ['a format that there is not', 'risks/export?format=pdf', 400],
    ['a parameter that there is not', 'risks/export?owner=x', 400],
  ])('When %s is asked for, it is refused', async (_what, path, status) => {
    expect((await product.as(ids.hanna)('GET', `/api/v1/registers/${path}`)).status).toBe(status);
  });

  it('When a register has more records than are read at once, each is in the file once, in order', async () => {
    const reference = (n: number) => `BIG-${String(n).padStart(4, '0')}`;
    const all = Array.from({ length: 640 }, (_, n) => reference(n));
    const [one] = await product.store.risks.find({ _id: 'RSK-3' });
    if (one === undefined) throw new Error('there is no RSK-3');
    await product.store.risks.insertMissing(all.map((id) => ({ ...one, id })));
    for (const format of ['csv', 'xlsx']) {
      const { rows } = await readFile((await fileFrom(product, ids.hanna, 'risks', format)).bytes);
      expect(rows.map(({ cells }) => cells[0])).toEqual([...all, 'RSK-1', 'RSK-2', 'RSK-3']);
    }
    await product.store.risks.remove({ _id: { $in: all } });
  });

  it('When a record would be called like the route, it cannot be', async () => {
    const { status } = await product.as(ids.hanna)('POST', '/api/v1/registers/risks', { id: 'export', name: 'A risk', owner: ids.lukas });
    expect(status).toBe(422);
  });
});

describe('An export whose database fails', () => {
  it('When that is before the first row, the answer says so; when it is later, the connection is cut and no half file looks whole', async () => {
    const whole = await startApi();
    await addRisks(whole.store, ids.lukas, ['RSK-0']);
    const [one] = await whole.store.risks.find({});
    if (one === undefined) throw new Error('there is no risk');
    await whole.store.risks.insertMissing(Array.from({ length: 1200 }, (_, n) => ({ ...one, id: `R-${n}` })));
    for (const format of ['csv', 'xlsx']) {
      const first = await startApi({ store: failingRead(whole.store, 1) });
      expect((await first.as(ids.hanna)('GET', `/api/v1/registers/risks/export?format=${format}`)).status).toBe(500);
      const later = await startApi({ store: failingRead(whole.store, 3) });
      await expect(fileFrom(later, ids.hanna, 'risks', format)).rejects.toThrow(/terminated|aborted/);
      expect(later.lines.filter(({ msg }) => msg === 'fault')).toHaveLength(1);
      await first.stop();
      await later.stop();
    }
    await whole.stop();
  }, 300_000);
});

/** The same store, which fails when the nth page of risks is read. */
function failingRead(store: Store, nth: number): Store {
  async function* pages(...asked: Parameters<Store['risks']['pages']>): ReturnType<Store['risks']['pages']> {
    let read = 0;
    for await (const page of store.risks.pages(...asked)) {
      read += 1;
      if (read === nth) throw new Error('the disk of the database is full');
      yield page;
    }
  }
  return { ...store, risks: { ...store.risks, pages } };
}
