import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gatesOf } from '../../models/gates.ts';
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

  it('When parties and what they require are imported, they are in the registers and the trail, and an export gives them back', async () => {
    for (const [register, csv] of [
      ['interestedParties', 'reference,name,kind\nPTY-001,Our customers,clients'],
      ['requirements', 'reference,party,name,controls\nREQ-001,our customers,Tell us within a day,Disk encryption'],
    ] as const) {
      const { status, body } = await send(register, csv, true);
      expect([status, body]).toMatchObject([202, { findings: 0, ignored: [] }]);
      await complete((body as { import: string }).import);
    }
    expect(await product.as(ids.hanna)('GET', '/api/v1/registers/requirements/REQ-001')).toMatchObject({
      status: 200,
      body: { version: 1, party: 'PTY-001', name: 'Tell us within a day', addressed: true, controls: ['CTL-001'], status: 'active' },
    });
    expect(await engine.store.trail.find({ chain: 'requirements/REQ-001' })).toMatchObject([
      { event: 'imported', actor: { person: ids.hanna, via: 'token' } },
    ]);
    expect(await send('requirements', 'reference,party,name,controls\nREQ-001,PTY-009,Tell us,', true)).toMatchObject({
      status: 422,
      body: {
        report: [
          { row: 2, column: 'reference', code: 'duplicateReference' },
          { row: 2, column: 'party', code: 'unknownParty' },
          { row: 2, column: 'reason', code: 'required' },
        ],
      },
    });
    const exported = await product.as(ids.hanna)('GET', '/api/v1/registers/requirements/export?format=csv');
    expect(exported.text).toContain('REQ-001,PTY-001,Tell us within a day,expectation,TRUE,CTL-001,,active,');
  });

  it('When documents in force are imported, each offers its version with its approval, and its owner is asked about it in its time', async () => {
    const { status, body } = await send(
      'documents',
      [
        'reference,title,kind,owner,kept_at,version,approved_by,approved_on,next_review',
        'DOC-001,Acceptable use,topicPolicy,Lukas Wendt,The wiki,2,Tove Lind,2020-03-01,',
        'DOC-002,Backups,procedure,Lukas Wendt,The wiki,,Tove Lind,2020-03-01,2099-01-01',
        'DOC-003,Not written yet,plan,Lukas Wendt,,,,,',
      ].join('\n'),
      true,
    );
    expect([status, body]).toMatchObject([202, { findings: 0, noted: 0 }]);
    await complete((body as { import: string }).import);
    const seen = async (path: string) => (await product.as(ids.hanna)('GET', `/api/v1/registers/${path}`)).body;
    expect(await seen('documents/DOC-001')).toMatchObject({
      version: 1,
      status: 'current',
      current: 'DOC-001-v2',
      nextReview: '2021-03-01',
    });
    expect(await seen('documents/DOC-003')).toMatchObject({ status: 'draft' });
    expect(await seen('documentVersions/DOC-001-v2')).toMatchObject({
      ...{ document: 'DOC-001', number: 2, status: 'current', place: 'The wiki', authors: [] },
      // The day begins in Berlin.
      ...{ because: 'Taken over when the register was imported.', approvedBy: { person: ids.tove, via: 'import' } },
      approvedAt: '2020-02-29T23:00:00.000Z',
    });
    for (const chain of ['documents/DOC-001', 'documentVersions/DOC-001-v2'])
      expect(await engine.store.trail.find({ chain })).toMatchObject([{ event: 'imported', actor: { person: ids.hanna } }]);

    const asked = await eventually('its owner is asked', () => engine.store.tasks.first({ run: 'documentReview-DOC-001-v2' }), 150_000);
    expect(asked).toMatchObject({ task: 'reconfirm', about: 'DOC-001', assignee: ids.lukas });
    const later = await eventually('the other waits', () => engine.store.runs.get('documentReview-DOC-002-v1'), 150_000);
    expect([later.status, await engine.store.tasks.count({ run: later.id })]).toEqual(['open', 0]);
    expect(await engine.store.runs.count({ process: 'documentReview' })).toBe(2);

    const gate = async () => (await gatesOf(engine.store, later, ['G13'], '2026-10-01'))[0];
    expect(await gate()).toMatchObject({ gate: 'G13', passed: true });
    await engine.store.documentVersions.set('DOC-002-v1', { approvedBy: undefined });
    expect(await gate()).toMatchObject({ passed: false, detail: expect.stringMatching(/: DOC-002-v1\.$/) });
  }, 180_000);

  it('When objectives and measures are imported, they stand as the gates want them', async () => {
    for (const [register, csv] of [
      [
        'objectives',
        'reference,name,work,resources,responsible,due,judged_by,approved_by\nOBJ-001,Back in a day,Practise.,Two days.,Lukas Wendt,2027-03-31,By the clock.,Tove Lind',
      ],
      [
        'measures',
        'reference,name,method,unit,measurer,analyst,objective,target,direction\nMSR-001,Hours,Count them.,hours,Lukas Wendt,Marta Nogueira,Back in a day,8,at most',
      ],
    ] as const) {
      const { status, body } = await send(register, csv, true);
      expect([status, body]).toMatchObject([202, { findings: 0 }]);
      await complete((body as { import: string }).import);
    }
    expect(await engine.store.measures.get('MSR-001')).toMatchObject({ objective: 'OBJ-001', target: 8, direction: 'atMost', version: 1 });
    const [run] = await engine.store.runs.find({}, { limit: 1 });
    if (run === undefined) throw new Error('there is no run');
    expect(await gatesOf(engine.store, run, ['G8', 'G9'], '2026-10-01')).toMatchObject([
      { gate: 'G8', passed: true },
      { gate: 'G9', passed: true },
    ]);
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
