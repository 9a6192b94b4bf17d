import type { Column } from './columns.ts';
import { Head } from './Head.tsx';
import { Row } from './Row.tsx';
import css from './table.module.css';

type Props<T> = { caption: string; columns: readonly Column<T>[]; rows: readonly T[]; keyOf(row: T): string };

/** A table of as many rows as fit on a page or two; `caption` is read, not shown. Longer ones are a LongTable. */
export const Table = <T,>({ caption, columns, rows, keyOf }: Props<T>) => (
  <table className={css.table}>
    <caption className="hidden">{caption}</caption>
    <Head columns={columns} />
    <tbody>
      {rows.map((row) => (
        <Row key={keyOf(row)} row={row} columns={columns} />
      ))}
    </tbody>
  </table>
);
