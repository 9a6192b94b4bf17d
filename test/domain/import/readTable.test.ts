import { describe, expect, it } from '@jest/globals';
import { readTable } from '../../../api/import/readTable.ts';
import { Refusal } from '../../../domain/refusal.ts';
import fc from '../../support/properties.ts';
import { file, refusalOf } from './known.ts';

const text = 'name;owner\nLärm;Zoë\n';
const cellsOf = (bytes: Buffer) => readTable(bytes).rows.map(({ cells }) => cells);
const codeOf = (bytes: Buffer) => refusalOf(() => readTable(bytes)).code;
const utf16be = (words: string) => Buffer.from(words, 'utf16le').swap16();

describe('A table', () => {
  it('When it comes in any of the usual encodings, its letters are the same', () => {
    const encoded = [
      Buffer.from(text),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be(text)]),
    ];
    for (const bytes of encoded) {
      expect(readTable(bytes).header.cells).toEqual(['name', 'owner']);
      expect(cellsOf(bytes)).toEqual([['Lärm', 'Zoë']]);
    }
  });

  it('When comma, semicolon or tab separates the cells, the header tells which', () => {
    expect(cellsOf(file('a,b', '"1;2;3",4'))).toEqual([['1;2;3', '4']]);
    expect(cellsOf(file('a;b', '1,2,3;4'))).toEqual([['1,2,3', '4']]);
    expect(cellsOf(file('a\tb', '1,2\t4'))).toEqual([['1,2', '4']]);
    expect(cellsOf(file('"a;x;y",b', '1,2'))).toEqual([['1', '2']]);
    expect(cellsOf(file('sep=;', 'a;b', '1;2'))).toEqual([['1', '2']]);
  });

  it('When a cell has several lines or a row is blank, rows are counted as a spreadsheet shows them', () => {
    const { header, rows } = readTable(file('', 'name,note', 'a,"one\ntwo\nthree"', '', ',', 'b,four'));
    expect(header.row).toBe(2);
    expect(rows).toEqual([
      { row: 3, cells: ['a', 'one\ntwo\nthree'] },
      { row: 6, cells: ['b', 'four'] },
    ]);
  });

  it('When lines end as on Windows, on old Macs or in a mixture, rows are the same', () => {
    expect(cellsOf(Buffer.from('a,b\r\n1,2\n3,4\r5,6'))).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('When there is nothing in it, it is refused as empty', () => {
    for (const bytes of [file(''), file(' ', '', ',,'), file('name,owner'), Buffer.from([0xef, 0xbb, 0xbf])])
      expect(codeOf(bytes)).toBe('emptyFile');
  });

  it('When it is an old workbook or another binary file, a sentence says how to save it', () => {
    const old = refusalOf(() => readTable(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])));
    expect([old.code, old.message]).toEqual(['binaryFile', expect.stringContaining('Save it as XLSX, without a password')]);
    const picture = refusalOf(() => readTable(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1])));
    expect([picture.code, picture.message]).toEqual(['binaryFile', expect.stringContaining('CSV UTF-8')]);
    expect(codeOf(Buffer.from('name,owner\nA\u0000B,C\n'))).toBe('binaryFile');
    expect(codeOf(Buffer.from(text, 'utf16le'))).toBe('binaryFile');
    expect(codeOf(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le').subarray(0, -1)]))).toBe('binaryFile');
  });

  it('When it is in an old encoding, no letter is guessed and the line is named', () => {
    const refusal = refusalOf(() => readTable(Buffer.from('name;owner\nLaerm;Zoe\nLärm;Zoë\n', 'latin1')));
    expect([refusal.code, refusal.message]).toEqual(['wrongEncoding', expect.stringContaining('Line 3')]);
  });

  it('When quotation marks do not match, the line is named', () => {
    const messageOf = (...lines: string[]) => refusalOf(() => readTable(file(...lines))).message;
    expect(messageOf('a,b', '1,2', '3,"never closed', '4,5')).toMatch(/^Line \d.*none closes it/);
    expect(messageOf('a,b', '1,2', 'a 5" disk,4')).toMatch(/^Line 3: .*inside a cell/);
    expect(codeOf(file('a,b', '"1"x,2'))).toBe('brokenQuoting');
    expect(codeOf(file('a,b', `"${'x'.repeat(1_100_000)}`))).toBe('brokenQuoting');
  });

  it('When it is larger than 20 MB or longer than 50,000 rows, it is refused, and exactly 50,000 are read', () => {
    expect(codeOf(Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))).toBe('tooLarge');
    const rows = (n: number) => Buffer.from(`name\n${'a\n'.repeat(n)}`);
    expect(readTable(rows(50_000)).rows).toHaveLength(50_000);
    expect(codeOf(rows(50_001))).toBe('tooManyRows');
    expect(codeOf(file(','.repeat(500).concat('name'), 'x'))).toBe('tooManyColumns');
  });

  it('Whatever the bytes are, they are a table or refused, never a fault', () => {
    const marks = fc
      .constantFrom([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0x50, 0x4b, 3, 4])
      .map((mark) => Uint8Array.from(mark));
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'a', 'ü', '='), maxLength: 200 }).map((words) => Buffer.from(words)),
    );
    fc.assert(
      fc.property(marks, bytes, (mark, rest) => {
        try {
          expect(readTable(Buffer.concat([mark, rest])).rows.length).toBeGreaterThan(0);
        } catch (fault) {
          expect(fault).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
