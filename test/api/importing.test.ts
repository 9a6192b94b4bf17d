import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { book, partsOf, sheetOf, text, withSize, zipped } from '../domain/import/books.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { foundOrganization } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { addToken, ids, type Product, startApi } from './http.ts';

let engine: Engine;
let product: Product;

beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
  await addToken(engine.store, ids.hanna);
  product = await startApi({ store: engine.store, temporal: engine });
});
afterAll(async () => {
  await product.stop();
  await engine.stop();
});

const send = (register: string, csv: string | Buffer, apply = false, headers: Record<string, string> = {}) =>
  product.as(ids.hanna)('POST', `/api/v1/registers/${register}/import${apply ? '?apply=true' : ''}`, csv, {
    'Content-Type': 'text/csv',
    ...headers,
  });

const complete = (id: string) =>
  eventually(
    `${id} is applied`,
    async () => {
      const { body } = await product.as(ids.hanna)('GET', `/api/v1/imports/${id}`);
      return (body as { state: string }).state === 'applied' && (body as { rows: number; applied: number });
    },
    150_000,
  );

const risks = (n: number, more: (i: number) => string = () => 'Lukas Wendt') =>
  ['reference,name,owner,current_likelihood,current_consequence,assessed_on,existing_controls']
    .concat(Array.from({ length: n }, (_, i) => `RSK-${i + 1},Risk ${i + 1},${more(i)},3,4,2026-05-04,Disk encryption`))
    .join('\n');

describe('Importing a register', () => {
  it('When one row of two hundred is bad, row and column are named and nothing is written', async () => {
    const answer = await send(
      'risks',
      risks(200, (i) => (i === 122 ? 'Nobody Known' : 'Lukas Wendt')),
      true,
    );
    expect(answer.status).toBe(422);
    expect(answer.headers.get('Content-Type')).toContain('problem+json');
    expect(answer.body).toMatchObject({
      code: 'importRefused',
      errors: [{ path: 'row 124, owner', message: expect.stringContaining('Nobody Known') }],
      report: [{ row: 124, column: 'owner', code: 'unknownPerson' }],
    });
    expect([await engine.store.risks.count({}), await engine.store.imports.count({}), await engine.store.importPieces.count({})]).toEqual([
      0, 0, 0,
    ]);
  });

  it('When thousands of rows are wrong, the first thousand findings are told by row, and how many there are', async () => {
    const answer = await send(
      'risks',
      risks(3000, () => 'Nobody Known'),
      true,
    );
    expect(answer).toMatchObject({ status: 422, body: { findings: 3000, detail: expect.stringContaining('3000 findings') } });
    const { report } = answer.body as { report: { row: number }[] };
    expect(report.map(({ row }) => row)).toEqual(Array.from({ length: 1000 }, (_, n) => n + 2));
  });

  it('When every row of a large file is worth a note, the file is still imported', async () => {
    const { status, body } = await send(
      'risks',
      risks(2000).replaceAll('Disk encryption', () => `Control ${Math.random()}`),
    );
    expect(status).toBe(200);
    const { noted, notes, findings } = body as { noted: number; notes: unknown[]; findings: number };
    expect([noted, notes.length, findings]).toEqual([2000, 1000, 0]);
  });

  it('When a file has more than 20 MB, the sentence says what to do', async () => {
    const { status, body } = await send('risks', Buffer.alloc(21 * 1024 * 1024, 'a'));
    expect(status).toBe(413);
    expect(body).toMatchObject({ code: 'tooLarge', detail: 'The file has more than 20 MB. Split it and import the parts.' });
  });

  it('When a file is tried without apply, the report says what would happen and nothing is written', async () => {
    const { status, body } = await send('risks', risks(3));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      rows: 3,
      report: [],
      applied: false,
      notes: [{ row: 2, note: expect.stringContaining('Disk encryption') }],
    });
    expect(await engine.store.risks.count({})).toBe(0);
  });

  it('When 1,200 risks are applied, all come in with their controls, last assessments and trail', async () => {
    const { status, body } = await send('risks', risks(1200), true);
    expect(status).toBe(202);
    expect(await complete((body as { import: string }).import)).toMatchObject({ rows: 1200, applied: 1200, state: 'applied' });
    expect([await engine.store.risks.count({}), await engine.store.assessments.count({}), await engine.store.controls.count({})]).toEqual([
      1200, 1200, 1,
    ]);
    expect(await engine.store.risks.get('RSK-1200')).toMatchObject({
      version: 1,
      owner: ids.lukas,
      current: { likelihood: 3, consequence: 4 },
      lastAssessment: { day: '2026-05-04' },
      controls: [{ control: 'CTL-001' }],
    });
    expect(await engine.store.trail.find({ chain: 'risks/RSK-7' })).toMatchObject([
      { event: 'imported', actor: { person: ids.hanna, via: 'token' } },
    ]);
    expect(await engine.store.importPieces.count({})).toBe(0);
  }, 180_000);

  it('When the same request is sent again with its key, it is the same import', async () => {
    const people = 'name;email;manager\nAnna Berg;anna@tessel.example;Bo Falk\nBo Falk;bo@tessel.example;';
    const first = await send('people', people, true, { 'Idempotency-Key': 'people-1' });
    const again = await send('people', people, true, { 'Idempotency-Key': 'people-1' });
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.text).toBe(first.text);
    await complete((first.body as { import: string }).import);
    const [anna, bo] = await Promise.all(['anna', 'bo'].map((name) => engine.store.people.first({ email: `${name}@tessel.example` })));
    expect(anna?.manager).toBe(bo?.id);
  });

  it('When criteria are imported, they are a new version', async () => {
    const rows = ['kind,level,value'];
    for (const scale of ['likelihood', 'consequence']) for (const level of [1, 2, 3]) rows.push(`${scale},${level},${scale} ${level}`);
    for (const level of [1, 2, 3]) rows.push(`matrix,${level},low|medium|high`);
    const { body } = await send('riskCriteria', rows.join('\n'), true);
    await complete((body as { import: string }).import);
    const all = await product.as(ids.hanna)('GET', '/api/v1/registers/riskCriteria');
    expect((all.body as { items: { id: string }[] }).items.map((one) => one.id)).toEqual(['criteria-1', 'criteria-2']);
  });

  it.each([
    ['is empty', '', 422, 'emptyFile'],
    ['is binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 422, 'binaryFile'],
    ['is a workbook cut off', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1]), 422, 'brokenWorkbook'],
    ['has more than 20 MB', Buffer.alloc(21 * 1024 * 1024, 'a'), 413, 'tooLarge'],
  ])('When a file %s, it is refused as a whole', async (_what, file, status, code) => {
    expect(await send('risks', file, true)).toMatchObject({ status, body: { code } });
  });

  it('When a workbook has several sheets, the request says which; what it is is seen from its content', async () => {
    const rows = `<row r="1">${text('A1', 'reference')}${text('B1', 'name')}</row><row r="2">${text('A2', 'CTL-70')}${text('B2', 'Zugang zur Tür')}</row>`;
    const bytes = await book({ sheets: ['Sheet 1', 'Controls'].map((name) => ({ name, xml: sheetOf(rows) })) });
    const ask = (query: string) =>
      product.as(ids.hanna)('POST', `/api/v1/registers/controls/import${query}`, bytes, { 'Content-Type': 'text/csv' });
    expect(await ask('')).toMatchObject({
      status: 422,
      body: { code: 'chooseSheet', detail: expect.stringContaining('"Sheet 1", "Controls"') },
    });
    expect(await ask('?sheet=Rooms')).toMatchObject({ status: 422, body: { code: 'unknownSheet' } });
    const { status, body } = await ask('?sheet=controls&apply=true');
    expect([status, await complete((body as { import: string }).import)]).toMatchObject([202, { rows: 1, applied: 1 }]);
    expect(await engine.store.controls.get('CTL-70')).toMatchObject({ name: 'Zugang zur Tür' });
  });

  it('When a workbook is a bomb, it is refused, and the next file is read', async () => {
    const parts = partsOf({ sheets: [{ name: 'S', xml: sheetOf(' '.repeat(1024 * 1024)) }] });
    const bomb = withSize(await zipped(parts), parts['xl/worksheets/sheet1.xml'] ?? '', 4_000_000_000);
    expect(await send('risks', bomb, true)).toMatchObject({ status: 413, body: { code: 'tooLarge' } });
    expect((await send('controls', 'reference,name\nCTL-71,A control')).status).toBe(200);
  });

  it('When a register cannot be imported, it is 404', async () => {
    expect((await send('nonconformities', 'a,b\n1,2')).status).toBe(404);
  });

  it('When an import is on its way, nothing that it was checked against can change', async () => {
    const by = { person: ids.hanna, via: 'token' as const };
    const at = engine.clock.now();
    await engine.store.imports.insert({ id: 'import-other', register: 'risks', rows: 1, applied: 0, state: 'staging', by, at });
    const write = await product.as(ids.hanna)('POST', '/api/v1/registers/controls', { id: 'CTL-9', name: 'A control', kind: 'people' });
    const second = await send('controls', 'reference,name\nCTL-10,Another', true);
    const run = await product.as(ids.hanna)('POST', '/api/v1/processes/riskReview/runs', { subject: { period: '2026-Q4' } });
    await engine.store.imports.remove({ id: 'import-other' });
    expect([write.body, second.body]).toMatchObject([{ code: 'importRunning' }, { code: 'importRunning' }]);
    expect([write.status, second.status, run.status]).toEqual([409, 409, 201]);
    expect(await engine.store.controls.get('CTL-10')).toBeUndefined();
  });
});
