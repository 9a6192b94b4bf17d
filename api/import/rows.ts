import { type Columns, mapColumns, type ReadRow } from './columns.ts';
import type { Table } from './readTable.ts';
import type { ImportResult, Note, Problem } from './report.ts';

/** Reads a table in which each row is a record. `read` says nothing of a row that lacks what every record has, and adds its notes. */
export function readRows<C extends string, T>(
  table: Table,
  columns: Columns<C>,
  read: (row: ReadRow<C>, notes: Note[]) => T | undefined,
): ImportResult<T> {
  const report: Problem[] = [];
  const mapped = mapColumns<C>(table, columns, report);
  const notes: Note[] = [...mapped.notes];
  const rows: T[] = [];
  if (mapped.complete)
    mapped.each((row) => {
      const record = read(row, notes);
      if (record !== undefined) rows.push(record);
    });
  return { rows, report, notes, ignored: mapped.ignored };
}
