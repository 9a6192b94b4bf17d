import { Refusal } from '../../../domain/refusal.ts';
import type { Row, Table } from '../readTable.ts';
import { few } from '../values.ts';
import { openArchive } from './archive.ts';
import { chooseSheet, readBook } from './book.ts';
import { fillMerged, type Remark, type SheetRow, type SheetRows } from './merged.ts';
import { collectRows } from './rows.ts';
import { readSheet } from './sheet.ts';
import { readStrings } from './strings.ts';
import { readStyles } from './styles.ts';

/**
 * The rows of one sheet of a workbook (XLSX), as texts; blank rows are left out, hidden ones are not. Refuses `chooseSheet` and
 * `unknownSheet`, `binaryFile` (another archive, a password), `brokenWorkbook`, `emptyFile`, `tooLarge`, `tooManyRows`, `tooManyColumns`.
 */
export async function readWorkbook(bytes: Buffer, wanted: string | undefined): Promise<Table> {
  const archive = await openArchive(bytes);
  const { sheets, date1904, ...book } = await readBook(archive);
  const { name, part } = chooseSheet(sheets, wanted);
  const context = { strings: await readStrings(archive, book.strings), looks: await readStyles(archive, book.styles), date1904 };
  const { rows, put } = collectRows();
  const { merged, hidden } = await readSheet(archive, part, context, put);
  if (rows.size === 0) throw new Refusal(422, 'emptyFile', `The sheet "${name}" is empty.`);
  const remarks = fillMerged(rows, merged, put);
  return tableOf(name, rows, [...hiddenRemark(rows, hidden), ...remarks]);
}

function tableOf(name: string, cells: SheetRows, remarks: Remark[]): Table {
  const [header, ...rows] = [...cells].sort(([a], [b]) => a - b).map(([row, filled]) => rowOf(row, filled));
  if (header === undefined || rows.length === 0) throw new Refusal(422, 'emptyFile', `The sheet "${name}" has a header and no rows.`);
  return { header, rows, sheet: { remarks } };
}

function rowOf(row: number, filled: SheetRow): Row {
  const cells = Array.from({ length: Math.max(...filled.keys(), -1) + 1 }, (_, column) => filled.get(column)?.text ?? '');
  const faults = [...filled].flatMap(([column, { fault }]) => (fault === undefined ? [] : [[column, fault] as const]));
  return faults.length === 0 ? { row, cells } : { row, cells, faults: new Map(faults) };
}

/** A filter that somebody left on hides rows that belong to the register all the same. */
function hiddenRemark(rows: SheetRows, hidden: ReadonlySet<number>): Remark[] {
  const header = Math.min(...rows.keys());
  const read = [...rows.keys()].filter((row) => row > header && hidden.has(row)).sort((a, b) => a - b);
  const [first] = read;
  return first === undefined ? [] : [{ row: first, column: undefined, note: `Hidden rows are read too: ${few(read, String)}.` }];
}
