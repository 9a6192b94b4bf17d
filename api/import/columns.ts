import { Refusal } from '../../domain/refusal.ts';
import { type Cell, makeCell } from './cell.ts';
import type { Row, Table } from './readTable.ts';
import type { Problem } from './report.ts';

/** A column of a register: the other names it goes by, and whether a file must have it. */
export type Columns<C extends string> = Readonly<Record<C, { also?: readonly string[]; required?: true }>>;

export type ReadRow<C extends string> = { row: number; cell(column: C): Cell };

export type MappedTable<C extends string> = {
  /** False when a required column is missing: then no row says anything. */
  complete: boolean;
  ignored: string[];
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
  const makeColumnCell = (at: Row, name: C): Cell => {
    const index = place.get(name) ?? -1;
    return makeCell(at.cells[index] ?? '', { row: at.row, column: header[index] ?? name }, report);
  };
  return {
    complete: missing.length === 0,
    ignored: header.filter((name, index) => name !== '' && !used.has(index)),
    each(read) {
      for (const at of table.rows) {
        checkWidth(at, header.length, report);
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
      `The columns ${found.map((index) => `"${header[index]}"`).join(' and ')} both mean ${name}. Keep one of them.`,
    );
  return found[0];
}

function checkWidth(at: Row, width: number, report: Problem[]): void {
  const extra = at.cells.findIndex((cell, index) => index >= width && cell.trim() !== '');
  if (extra === -1) return;
  const reason = `The row has more cells than the header. A cell that contains the delimiter must stand in quotation marks.`;
  report.push({ row: at.row, column: `column ${extra + 1}`, code: 'tooManyCells', reason });
}
