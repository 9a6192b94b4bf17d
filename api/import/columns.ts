import { Refusal } from '../../domain/refusal.ts';
import { type Cell, makeCell } from './cell.ts';
import type { Row, Table } from './readTable.ts';
import type { Note, Problem } from './report.ts';
import { short } from './values.ts';
import { lettersOf } from './workbook/addresses.ts';

/** A column of a register: the other names it goes by, and whether a file must have it. */
export type Columns<C extends string> = Readonly<Record<C, { also?: readonly string[]; required?: true }>>;

export type ReadRow<C extends string> = { row: number; cell(column: C): Cell };

export type MappedTable<C extends string> = {
  /** False when a required column is missing: then no row says anything. */
  complete: boolean;
  ignored: string[];
  /** What was done with merged cells and hidden rows. */
  notes: Note[];
  each(read: (row: ReadRow<C>) => void): void;
};

/** Names are equal in any case, with blanks, dashes or underscores. */
const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');

/**
 * Finds the columns of a register in a table; problems of its rows are added to `report`. Refuses `noHeader` when the first row names
 * none of them, and `duplicateColumn` when two columns mean the same.
 */
export function mapColumns<C extends string>(table: Table, columns: Columns<C>, report: Problem[]): MappedTable<C> {
  const names = Object.keys(columns) as C[];
  const header = table.header.cells.map((cell) => cell.trim());
  const place = new Map<C, number>();
  for (const name of names) {
    const found = placeOf(header, name, columns[name].also ?? []);
    if (found !== undefined) place.set(name, found);
  }
  if (place.size === 0)
    throw new Refusal(
      422,
      'noHeader',
      `Row ${table.header.row} must name the columns; none of them is known here. Known are ${names.join(', ')}.`,
    );

  const missing = names.filter((name) => columns[name].required && !place.has(name));
  const row = table.header.row;
  for (const name of missing) report.push({ row, column: name, code: 'missingColumn', reason: `The column ${name} is missing.` });

  const used = new Set(place.values());
  const isText = table.sheet !== undefined;
  const makeColumnCell = (at: Row, name: C): Cell => {
    const index = place.get(name) ?? -1;
    const raw = { text: at.cells[index] ?? '', isText, fault: at.faults?.get(index) };
    return makeCell(raw, { row: at.row, column: short(header[index] ?? name) }, report);
  };
  return {
    complete: missing.length === 0,
    ignored: [...header.filter((name, index) => name !== '' && !used.has(index)).map(short), ...(isText ? nameless(table, header) : [])],
    notes: notesOf(table, header, used),
    each(read) {
      for (const at of table.rows) {
        if (!isText) checkWidth(at, header.length, report);
        // One cell is one object, so that what is wrong with it is said once.
        const cells = new Map(names.map((name) => [name, makeColumnCell(at, name)]));
        read({ row: at.row, cell: (name) => cells.get(name) ?? makeColumnCell(at, name) });
      }
    },
  };
}

/** A column of exactly this name wins over one that only goes by it. */
function placeOf(header: readonly string[], name: string, also: readonly string[]): number | undefined {
  const keys = header.map(plain);
  const places = (wanted: readonly string[]) => keys.flatMap((key, index) => (wanted.map(plain).includes(key) ? [index] : []));
  const exact = places([name]);
  const found = exact.length > 0 ? exact : places(also);
  if (found.length > 1)
    throw new Refusal(
      422,
      'duplicateColumn',
      `The columns ${found.map((index) => `"${short(header[index] ?? '')}"`).join(' and ')} both mean ${name}. Keep one of them.`,
    );
  return found[0];
}

function checkWidth(at: Row, width: number, report: Problem[]): void {
  const extra = at.cells.findIndex((cell, index) => index >= width && cell.trim() !== '');
  if (extra === -1) return;
  const reason = `The row has more cells than the header. A cell that contains the delimiter must stand in quotation marks.`;
  report.push({ row: at.row, column: `column ${extra + 1}`, code: 'tooManyCells', reason });
}

/** In a workbook nothing but a missing header can be wrong with what stands beside the table. */
function nameless({ rows }: Table, header: readonly string[]): string[] {
  const columns = new Set<number>();
  for (const { cells } of rows)
    for (const [index, text] of cells.entries()) if (text !== '' && (header[index] ?? '') === '') columns.add(index);
  return [...columns].sort((a, b) => a - b).map((index) => `column ${lettersOf(index)}`);
}

const notesOf = ({ sheet }: Table, header: readonly string[], used: ReadonlySet<number>): Note[] =>
  (sheet?.remarks ?? [])
    .filter(({ column }) => column === undefined || used.has(column))
    .map(({ row, column, note }) => ({ row, column: column === undefined ? '' : short(header[column] ?? ''), note }));
