import { Refusal } from '../../../domain/refusal.ts';
import { few } from '../values.ts';
import type { Archive } from './archive.ts';
import { relationsOf } from './relations.ts';
import { unescaped } from './strings.ts';
import { attribute, isTrue, readXml } from './xml.ts';

export type Sheet = { name: string; hidden: boolean; part: string };
export type Book = {
  sheets: Sheet[];
  /** Days are counted from 1904 instead of 1900. */
  date1904: boolean;
  strings: string | undefined;
  styles: string | undefined;
};

const noWorkbook = () =>
  new Refusal(
    422,
    'binaryFile',
    'This is not a workbook that can be read. Save the table as "Excel workbook (XLSX)" or "CSV UTF-8" and import that file.',
  );

/** What a workbook consists of. Refuses `binaryFile` for another archive: a text document, an OpenDocument or binary workbook. */
export async function readBook(archive: Archive): Promise<Book> {
  const root = await relationsOf(archive, '');
  const part = root.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (!part.endsWith('.xml') || !archive.has(part)) throw noWorkbook();
  const relations = await relationsOf(archive, part);
  const partOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.part;
  const found: { name: string; relation: string; hidden: boolean }[] = [];
  let date1904 = false;
  await readXml(await archive.open(part), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 ||= isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const hidden = (attributes.state ?? 'visible') !== 'visible';
      found.push({ name: unescaped(attributes.name ?? ''), relation: attribute(attributes, 'id') ?? '', hidden });
    },
  });
  // Sheets that hold a chart only are no tables.
  const sheets = found.flatMap(({ name, relation, hidden }) => {
    const to = relations.find(({ id, type }) => id === relation && type === 'worksheet');
    return to === undefined ? [] : [{ name, hidden, part: to.part }];
  });
  if (sheets.length === 0) throw noWorkbook();
  return { sheets, date1904, strings: partOf('sharedStrings'), styles: partOf('styles') };
}

/**
 * The sheet of this name, in any case; without a name the only one that is not hidden. Refuses `unknownSheet` and `chooseSheet`, and
 * names those there are.
 */
export function chooseSheet(sheets: readonly Sheet[], wanted: string | undefined): Sheet {
  const visible = sheets.filter(({ hidden }) => !hidden);
  const names = few(visible.length > 0 ? visible : sheets, ({ name }) => `"${name}"`);
  if (wanted === undefined) {
    const [only] = sheets.length === 1 ? sheets : visible;
    if (only !== undefined && visible.length <= 1) return only;
    throw new Refusal(422, 'chooseSheet', `The workbook has several sheets: ${names}. Say which one.`);
  }
  const key = (name: string) => name.normalize('NFC').trim().toLowerCase();
  const found = sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => key(name) === key(wanted));
  if (found !== undefined) return found;
  throw new Refusal(422, 'unknownSheet', `The workbook has no sheet "${wanted}". It has ${names}.`);
}
