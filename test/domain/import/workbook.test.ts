import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readFile } from '../../../api/import/readFile.ts';
import { readRegister } from '../../../api/import/readRegister.ts';
import { Refusal } from '../../../domain/refusal.ts';
import fc from '../../support/properties.ts';
import { book, bookOf, partsOf, sheetOf, text, withSize, zipped } from './books.ts';
import { known } from './known.ts';

const saved = (name: string) => readFileSync(new URL(`./books/${name}.xlsx`, import.meta.url));
const cellsOf = async (bytes: Buffer) => (await readFile(bytes)).rows.map(({ cells }) => cells);
const header = `<row r="1">${text('A1', 'a')}${text('B1', 'b')}${text('C1', 'c')}</row>`;
const firstRow = async (cells: string, more = {}) => (await cellsOf(await bookOf(`${header}<row r="2">${cells}</row>`, more)))[0];

async function refusalOf(bytes: Buffer, sheet?: string): Promise<Refusal> {
  const refused = await readFile(bytes, sheet).catch((thrown: unknown) => thrown);
  if (refused instanceof Refusal) return refused;
  throw refused instanceof Error ? refused : new Error('it was not refused');
}
const codeOf = async (bytes: Buffer) => (await refusalOf(bytes)).code;

describe('A workbook as programs save it', () => {
  it.each(['libreoffice', 'libreoffice-1904'])(
    'When %s.xlsx is imported, days, texts, results of formulas and merged owners are as a person sees them',
    async (name) => {
      const { rows, report, notes, ignored } = readRegister('risks', await readFile(saved(name)), known);
      expect(report).toEqual([]);
      expect(rows.map(({ risk }) => [risk.id, risk.name, risk.description, risk.owner])).toEqual([
        ['RSK-001', 'Feuer im Archiv', 'Ein wichtiges Gerät', 'per-anna000001'],
        ['RSK-002', '=Fluchtweg', 'Zeile eins\nZeile zwei', 'per-anna000001'],
        ['RSK-003', 'Wasser im Keller', 'Ä Ö Ü ß 😀', 'per-anna000001'],
        ['RSK-004', 'Diebstahl', '', 'per-rui0000001'],
      ]);
      expect(rows.map(({ risk }) => [risk.current, risk.lastAssessment?.day, risk.nextReview])).toEqual([
        [{ likelihood: 3, consequence: 4 }, '2026-05-04', '2026-11-04'],
        [{ likelihood: 2, consequence: 3 }, '2026-05-05', '2026-12-01'],
        [{ likelihood: 1, consequence: 5 }, '2026-05-06', '2027-02-28'],
        [{ likelihood: 1, consequence: 1 }, '2026-05-07', '2027-05-07'],
      ]);
      expect(notes).toEqual([
        { row: 5, column: '', note: 'Hidden rows are read too: 5.' },
        { row: 2, column: 'Owner', note: 'D2:D4 are merged: the value counts for each of these rows.' },
      ]);
      // Its error is in a column that is not imported.
      expect(ignored).toEqual(['Remark']);
    },
  );

  it('When a program wrote formulas and calculated none, each is reported with row and column', async () => {
    const { report } = readRegister('risks', await readFile(saved('not-calculated')), known);
    expect(report).toEqual(
      ['Current likelihood', 'Next review'].map((column) => ({
        row: 2,
        column,
        code: 'cellError',
        reason: expect.stringContaining('without its result'),
      })),
    );
  });
});

describe('A cell of a workbook', () => {
  it('When it holds an error, row, column and error are reported, once', async () => {
    const rows = `<row r="1">${text('A1', 'name')}${text('B1', 'email')}</row><row r="4"><c r="A4" t="e"><f>B9</f><v>#N/A</v></c>${text('B4', 'ida@kontor.example')}</row>`;
    const { report } = readRegister('people', await readFile(await bookOf(rows)), known);
    expect(report).toEqual([{ row: 4, column: 'name', code: 'cellError', reason: expect.stringContaining('#N/A') }]);
  });

  it('When it is a number, a truth value, rich text or the text of a formula, it reads as it is shown', async () => {
    expect(await firstRow('<c r="A2"><v>3</v></c><c r="B2"><v>0.30000000000000004</v></c><c r="C2" t="n"><v>1E3</v></c>')).toEqual([
      '3',
      '0.3',
      '1000',
    ]);
    expect(
      await firstRow('<c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c><c r="C2" t="str"><f>A1</f><v>of a _x0041_</v></c>'),
    ).toEqual(['TRUE', 'FALSE', 'of a A']);
    const strings =
      '<si><r><t>one </t></r><r><rPr><b/></rPr><t xml:space="preserve">two</t></r><rPh sb="0" eb="1"><t>hint</t></rPh></si><si><t>_x005F_x0041_&amp;&#228;</t></si>';
    expect(await firstRow('<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>7</v></c>', { strings })).toEqual([
      'one two',
      '_x0041_&ä',
    ]);
    expect(await firstRow('<c r="A2" t="d"><v>2026-07-31T00:00:00</v></c><c r="B2" t="str"><f>A1</f><v></v></c><c r="C2"/>')).toEqual([
      '2026-07-31T00:00:00',
    ]);
    expect(await firstRow('<c r="A2" t="inlineStr"><is><r><t>a</t></r><r><t><![CDATA[<b>]]></t></r></is></c>')).toEqual(['a<b>']);
  });

  it('When it begins like a formula and is text, it is text', async () => {
    const rows = `<row r="1">${text('A1', 'name')}${text('B1', 'email')}</row><row r="2">${text('A2', '=1+1')}${text('B2', 'ida@kontor.example')}</row>`;
    const { rows: people, report } = readRegister('people', await readFile(await bookOf(rows)), known);
    expect([people.map(({ name }) => name), report]).toEqual([['=1+1'], []]);
  });

  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '60'], // 29 February 1900 never was
    [61, '1900-03-01'],
    [46146, '2026-05-04'],
    [46146.5625, '2026-05-04 13:30:00'],
    [46146.9999999, '2026-05-05'],
    [-1, '-1'],
    [9e9, '9000000000'],
  ])('When it is the day number %d, it reads as %s', async (serial, day) => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    expect(await firstRow(`<c r="A2" s="1"><v>${serial}</v></c>`, { styles })).toEqual([day]);
  });

  it('When the book counts days from 1904, the same number is four years and a day later', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    for (const date1904 of ['1', 'true'])
      expect(await firstRow('<c r="A2" s="1"><v>0</v></c><c r="B2" s="1"><v>44684</v></c>', { styles, date1904 })).toEqual([
        '1904-01-01',
        '2026-05-04',
      ]);
    expect(await firstRow('<c r="A2" s="1"><v>46146</v></c>', { styles, date1904: '0' })).toEqual(['2026-05-04']);
  });

  it.each([
    ['dd.mm.yyyy', '2026-05-04'],
    ['[$-407]d&quot;. &quot;mmmm\\ yyyy;@', '2026-05-04'],
    ['mmm yy', '2026-05-04'],
    ['TT.MM.JJJJ', '2026-05-04'],
    ['General', '46146'],
    ['Standard', '46146'],
    ['0.00', '46146'],
    ['#,##0 &quot;days&quot;', '46146'],
    ['[Red]0', '46146'],
    ['0.0%', '4614600%'],
    ['0 &quot;% of all&quot;', '46146'],
    ['h:mm:ss', '46146'],
    ['000000', '046146'],
    ['&quot;RSK-&quot;000000', 'RSK-046146'],
    ['\\R-000', 'R-46146'],
  ])('When a number looks like %s, it reads as %s', async (code, shown) => {
    const styles = `<numFmts><numFmt numFmtId="170" formatCode="${code}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="170"/></cellXfs>`;
    expect(await firstRow('<c r="A2" s="0"><v>46146</v></c>', { styles })).toEqual([shown]);
  });

  it('When rows and cells leave out where they stand, they follow the one before', async () => {
    const rows =
      '<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row><row r="5"><c r="B5"><v>1</v></c></row><row><c><v>2</v></c></row>';
    const { header: first, rows: rest } = await readFile(await bookOf(rows));
    expect([first, ...rest]).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 5, cells: ['', '1'] },
      { row: 6, cells: ['2'] },
    ]);
  });

  it('When a program writes every tag with a prefix, it is read all the same', async () => {
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await cellsOf(await book({ sheets: [{ name: 'S', xml }] }))).toEqual([['1']]);
  });
});

describe('Merged cells', () => {
  const read = async (rows: string, ...merged: string[]) => {
    const after = `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const { rows: found, sheet } = await readFile(await bookOf(header + rows, { after }));
    return { rows: found.map(({ row, cells }) => [row, ...cells]), notes: sheet?.remarks.map(({ note }) => note) };
  };
  const row = (n: number, ...cells: string[]) =>
    `<row r="${n}">${cells.map((words, i) => (words === '' ? '' : text(`${'ABC'[i]}${n}`, words))).join('')}</row>`;

  it('When they go down, the value counts for every row that has something of its own', async () => {
    expect(await read(row(2, 'Anna', 'x') + row(3, '', 'y') + row(4, '', '') + row(5, '', 'z'), 'A2:A5')).toEqual({
      rows: [
        [2, 'Anna', 'x'],
        [3, 'Anna', 'y'],
        [5, 'Anna', 'z'],
      ],
      notes: ['A2:A5 are merged: the value counts for each of these rows.'],
    });
  });

  it('When they go across, the value belongs to the first column, and what is covered counts for nothing', async () => {
    expect(await read(row(2, 'Anna', 'left behind', 'x'), 'A2:B2')).toEqual({
      rows: [[2, 'Anna', '', 'x']],
      notes: ['A2:B2 are merged: the value counts for this column only.'],
    });
  });

  it('When they are a block, both holds', async () => {
    expect((await read(row(2, 'Anna', '', 'x') + row(3, '', '', 'y'), 'A2:B3')).rows).toEqual([
      [2, 'Anna', '', 'x'],
      [3, 'Anna', '', 'y'],
    ]);
  });

  it('When they begin in the header, or are empty, no row gets anything', async () => {
    expect(await read(row(2, '', 'x', 'y'), 'A1:A2', 'B7:B900000')).toEqual({ rows: [[2, '', 'x', 'y']], notes: [] });
  });

  it('When an error is merged over several rows, it is one of each row', async () => {
    const after = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>';
    const bytes = await bookOf(`${header}<row r="2"><c r="A2" t="e"><v>#REF!</v></c></row>${row(3, '', 'x')}`, { after });
    expect((await readFile(bytes)).rows.map(({ faults }) => faults?.get(0))).toEqual(Array(2).fill(expect.stringContaining('#REF!')));
  });
});

describe('The sheets of a workbook', () => {
  const xml = (word: string) => sheetOf(`<row r="1">${text('A1', 'a')}</row><row r="2">${text('A2', word)}</row>`);
  const three = book({
    sheets: [
      { name: 'Risks &amp; more', xml: xml('one') },
      { name: 'Übersicht', xml: xml('two') },
      { name: 'Lists', xml: xml('three'), state: 'hidden' },
    ],
  });
  const read = async (bytes: Promise<Buffer>, sheet?: string) => (await readFile(await bytes, sheet)).rows[0]?.cells[0];

  it('When there are several, it is refused, and those that are not hidden are named', async () => {
    const refusal = await refusalOf(await three);
    expect([refusal.code, refusal.message]).toEqual([
      'chooseSheet',
      'The workbook has several sheets: "Risks & more", "Übersicht". Say which one.',
    ]);
  });

  it('When one is named, in any case, it is read; a hidden one too', async () => {
    expect([await read(three, 'Risks & more'), await read(three, ' übersicht'), await read(three, 'LISTS')]).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  it('When there is none of that name, it is refused and those there are are named', async () => {
    const refusal = await refusalOf(await three, 'Risk');
    expect([refusal.code, refusal.message]).toEqual([
      'unknownSheet',
      'The workbook has no sheet "Risk". It has "Risks & more", "Übersicht".',
    ]);
  });

  it('When only one is not hidden, it is read without being named', async () => {
    const two = book({
      sheets: [
        { name: 'Lists', xml: xml('hidden'), state: 'veryHidden' },
        { name: 'S', xml: xml('shown') },
      ],
    });
    expect(await read(two)).toBe('shown');
  });

  it('When a file is no workbook, it has no sheets', async () => {
    expect((await refusalOf(Buffer.from('a,b\n1,2'), 'Risks')).code).toBe('unknownSheet');
  });
});

describe('What stands beside the table', () => {
  it('When a cell has no header above it, its column is ignored and listed', async () => {
    const rows = `<row r="1">${text('A1', 'name')}${text('C1', 'email')}</row><row r="2">${text('A2', 'Ida')}${text('B2', 'note')}${text('C2', 'ida@kontor.example')}${text('AB2', 'see Max')}</row>`;
    const { report, ignored } = readRegister('people', await readFile(await bookOf(rows)), known);
    expect([report, ignored]).toEqual([[], ['column B', 'column AB']]);
  });

  it('When rows are formatted and empty, down to the last there can be, they are none', async () => {
    const bytes = await bookOf(
      `${header}<row r="2"><c r="A2"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row>`,
    );
    expect(await cellsOf(bytes)).toEqual([['1']]);
  });
});

describe('A file that only looks like a workbook', () => {
  const good = { sheets: [{ name: 'S', xml: sheetOf(`${header}<row r="2">${text('A2', 'x')}</row>`) }] };
  const zip = (more: Record<string, string | Buffer | undefined>) => book({ ...good, more });

  it('When it is another archive, a sentence says what to save', async () => {
    const document = await zipped({ 'word/document.xml': '<w/>', '[Content_Types].xml': '<Types/>' });
    const openDocument = await zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' });
    const binary = await zip({
      'xl/workbook.xml': undefined,
      'xl/workbook.bin': 'x',
      '_rels/.rels': '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
    });
    for (const bytes of [document, openDocument, binary]) {
      const { code, message } = await refusalOf(bytes);
      expect([code, message]).toEqual(['binaryFile', expect.stringContaining('XLSX')]);
    }
  });

  it('When it has no sheet that is a table, it is refused', async () => {
    expect(await codeOf(await book({ sheets: [] }))).toBe('binaryFile');
    expect(await codeOf(await book({ sheets: [{ name: 'Empty', xml: sheetOf('') }] }))).toBe('emptyFile');
    expect(await codeOf(await bookOf(header))).toBe('emptyFile');
  });

  it.each<[string, Record<string, string | Buffer | undefined>]>([
    ['lacks the part of its sheet', { 'xl/worksheets/sheet1.xml': undefined }],
    ['has a tag that is not closed', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }],
    ['defines entities that grow', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>' }],
    [
      'fetches an entity from elsewhere',
      { 'xl/worksheets/sheet1.xml': '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>' },
    ],
    ['is not in UTF-8', { 'xl/worksheets/sheet1.xml': Buffer.from('<w>Lärm</w>', 'latin1') }],
    ['has a row 0', { 'xl/worksheets/sheet1.xml': sheetOf('<row r="0"/>') }],
    ['has a cell nowhere', { 'xl/worksheets/sheet1.xml': sheetOf('<row r="1"><c r="7"/></row>') }],
  ])('When it %s, it is refused as damaged', async (_what, more) => {
    expect(await codeOf(await zip(more))).toBe('brokenWorkbook');
  });

  it('When it is cut off anywhere, or one byte of it is another, it is read or refused, never a fault', async () => {
    const bytes = saved('libreoffice');
    const broken = fc.oneof(
      fc.nat(bytes.length).map((end) => bytes.subarray(0, end)),
      fc
        .tuple(fc.nat(bytes.length - 1), fc.nat(255))
        .map(([at, byte]) => Buffer.concat([bytes.subarray(0, at), Buffer.from([byte]), bytes.subarray(at + 1)])),
      fc.uint8Array({ maxLength: 200 }).map((rest) => Buffer.concat([Buffer.from('PK\u0003\u0004'), rest])),
    );
    await fc.assert(
      fc.asyncProperty(broken, async (file) => {
        const read = await readFile(file).catch((thrown: unknown) => thrown);
        if (!(read instanceof Refusal)) expect((read as { rows: unknown[] }).rows.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('A workbook that was made to do harm', () => {
  const huge = 'x'.repeat(5000);

  const padded = partsOf({ sheets: [{ name: 'S', xml: sheetOf(`${header}${' '.repeat(5 * 1024 * 1024)}`) }] });
  const saying = async (size: number) => withSize(await zipped(padded), padded['xl/worksheets/sheet1.xml'] ?? '', size);

  it('When its directory says that it unpacks to more than 200 MB, nothing of it is unpacked', async () => {
    const refusal = await refusalOf(await saying(201 * 1024 * 1024));
    expect(refusal).toMatchObject({ status: 413, code: 'tooLarge', message: expect.stringContaining('200 MB') });
  });

  it('When its directory lies about the size, unpacking ends at that size', async () => {
    expect(await codeOf(await saying(1000))).toBe('brokenWorkbook');
  });

  it('When it has thousands of parts, it is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 5001 }, (_, n) => [`xl/media/${n}.png`, '']));
    expect(await codeOf(await book({ sheets: [], more: many }))).toBe('tooLarge');
  });

  it('When one long string stands in every cell, its letters are counted each time', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => `<row r="${n + 2}"><c r="A${n + 2}" t="s"><v>0</v></c></row>`).join('');
    const bytes = await bookOf(header + rows, { strings: `<si><t>${huge}</t></si>` });
    expect(await refusalOf(bytes)).toMatchObject({
      status: 413,
      code: 'tooLarge',
      message: expect.stringContaining('20,000,000 characters'),
    });
  });

  it('When one long cell is merged over every row, its letters are counted each time', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => `<row r="${n + 2}"><c r="B${n + 2}"><v>1</v></c></row>`).join('');
    const bytes = await bookOf(`${header}<row r="2">${text('A2', huge)}</row>${rows}`, {
      after: '<mergeCells><mergeCell ref="A2:A1048576"/></mergeCells>',
    });
    expect(await codeOf(bytes)).toBe('tooLarge');
  });

  it.each([
    ['row 50,002', '<c r="A50002"><v>1</v></c>', 'tooManyRows'],
    ['column 501', '<c r="SG2"><v>1</v></c>', 'tooManyColumns'],
  ])('When it has something in %s, it is refused', async (_where, cell, code) => {
    expect(await codeOf(await bookOf(`${header}<row>${cell}</row>`))).toBe(code);
  });

  it('When it has something in row 50,001, column 500, it is read', async () => {
    expect((await readFile(await bookOf(`${header}<row><c r="SF50001"><v>1</v></c></row>`))).rows).toMatchObject([{ row: 50_001 }]);
  });
});
