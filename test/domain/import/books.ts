import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

type Sheet = { name: string; xml: string; state?: string };
export type BookParts = {
  sheets?: readonly Sheet[];
  /** Items of the shared strings, as XML. */
  strings?: string;
  /** `numFmts` and `cellXfs`, as XML. */
  styles?: string;
  date1904?: string;
  /** Parts beside or instead of the usual ones. */
  more?: Readonly<Record<string, string | Buffer | undefined>>;
};

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (lines: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A sheet around its rows, with what follows them. */
export const sheetOf = (rows: string, after = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** A cell with a string of its own. */
export const text = (place: string, words: string): string =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;

/** The parts of a workbook as a program would write them, so that each of them can be made wrong. */
export function partsOf({ sheets = [], strings, styles, date1904, more = {} }: BookParts): Record<string, string | Buffer> {
  const listed = sheets.map(
    ({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="r${i + 1}"/>`,
  );
  const targets = sheets.map((_, i) => [`r${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const);
  const parts = {
    '_rels/.rels': relations([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}">${date1904 ? `<workbookPr date1904="${date1904}"/>` : ''}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([...targets, ['s', 'sharedStrings', '/xl/sharedStrings.xml'], ['y', 'styles', 'styles.xml']]),
    ...(strings !== undefined && { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>` }),
    ...(styles !== undefined && { 'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
    ...Object.fromEntries(sheets.map(({ xml }, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
    ...more,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Record<string, string | Buffer>;
}

export function zipped(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, part] of Object.entries(parts))
    zip.addBuffer(Buffer.from(part), name, { mtime: new Date(0), compress: part.length > 0 });
  zip.end();
  return buffer(zip.outputStream);
}

export const book = (parts: BookParts): Promise<Buffer> => zipped(partsOf(parts));

/** The same archive, whose directory says something else about the unpacked size of one part. */
export function withSize(bytes: Buffer, part: string | Buffer, size: number): Buffer {
  const lying = Buffer.from(bytes);
  const actual = Buffer.alloc(4);
  actual.writeUInt32LE(Buffer.byteLength(part));
  for (let at = lying.indexOf(actual); at !== -1; at = lying.indexOf(actual, at)) lying.writeUInt32LE(size, at);
  return lying;
}

/** A workbook with one sheet. */
export const bookOf = (rows: string, more: Omit<BookParts, 'sheets'> & { after?: string } = {}): Promise<Buffer> =>
  book({ ...more, sheets: [{ name: 'Sheet1', xml: sheetOf(rows, more.after) }] });
