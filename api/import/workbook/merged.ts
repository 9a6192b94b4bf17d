import { nameOf, type Range } from './addresses.ts';
import type { CellText } from './cellText.ts';

/** What stands in one row, by the number of the column. */
export type SheetRow = Map<number, CellText>;
/** Rows with something in them, by their number. */
export type SheetRows = Map<number, SheetRow>;
export type PutCell = (row: number, column: number, cell: CellText) => void;

/** What was done with a cell of the table, for the report; without a column it is about the whole row. */
export type Remark = { row: number; column: number | undefined; note: string };

/**
 * The value of merged cells belongs to the one at the top left. Below it, it counts for every row that has something of its own, as a
 * person means it who merges the owner of five risks; beside it there is nothing.
 */
export function fillMerged(rows: SheetRows, merged: readonly Range[], put: PutCell): Remark[] {
  const header = Math.min(...rows.keys());
  const last = Math.max(...rows.keys());
  return merged.flatMap((range) => {
    const { row, column } = range.from;
    const value = rows.get(row)?.get(column);
    const until = Math.min(range.to.row, last);
    for (let at = row; at <= until; at += 1) clear(rows, at, range);
    if (value === undefined) return [];
    put(row, column, value);
    if (row <= header) return [];
    for (let at = row + 1; at <= until; at += 1) if (rows.has(at)) put(at, column, value);
    return [{ row, column, note: noteOf(range) }];
  });
}

/** What programs leave behind in covered cells is shown nowhere. */
function clear(rows: SheetRows, at: number, { from, to }: Range): void {
  const row = rows.get(at);
  for (const column of row?.keys() ?? []) if (column >= from.column && column <= to.column) row?.delete(column);
  if (row?.size === 0) rows.delete(at);
}

function noteOf(range: Range): string {
  const counts = [
    ...(range.to.row > range.from.row ? ['for each of these rows'] : []),
    ...(range.to.column > range.from.column ? ['for this column only'] : []),
  ];
  return `${nameOf(range)} are merged: the value counts ${counts.join(', ')}.`;
}
