import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Column } from './columns.ts';
import { Head } from './Head.tsx';
import { Row } from './Row.tsx';
import css from './table.module.css';
import { useReadingOn } from './useReadingOn.ts';

const rowHeight = 44;
const ahead = 12;
/** So many before the end of what has been read the next ones are asked for. */
const unread = 50;

type Props<T> = {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf(row: T): string;
  /** How many there are, where that is known: rows that are not read yet count too. */
  total?: number;
  hasMore: boolean;
  onMore(): void;
};

/** Thousands of rows: only those in sight are in the page, and the next ones are asked for when the end comes into sight. */
export function LongTable<T>({ caption, columns, rows, keyOf, total, hasMore, onMore }: Props<T>) {
  const table = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState(0);
  // Each time: what stands above it may have grown since.
  useLayoutEffect(() => setTop(table.current?.offsetTop ?? 0));
  const virtual = useWindowVirtualizer({
    ...{ count: rows.length, overscan: ahead, scrollMargin: top },
    estimateSize: () => rowHeight,
    getItemKey: (n) => keyOf(rows[n] as T),
  });
  const seen = virtual.getVirtualItems();
  const last = seen.at(-1)?.index ?? -1;
  useReadingOn({ isAtEnd: hasMore && last >= rows.length - unread, length: rows.length, onMore });
  const above = (seen[0]?.start ?? top) - top;
  const below = virtual.getTotalSize() + top - (seen.at(-1)?.end ?? top);
  return (
    <table className={css.table} ref={table} aria-rowcount={hasMore ? (total ?? -1) : rows.length + 1}>
      <caption className="hidden">{caption}</caption>
      <Head columns={columns} />
      <tbody>
        <Air height={above} />
        {seen.map(({ index, key }) => (
          <Row key={String(key)} row={rows[index] as T} columns={columns} index={index} measure={virtual.measureElement} />
        ))}
        <Air height={below} />
      </tbody>
    </table>
  );
}

/** Where rows would be that are out of sight. */
const Air = ({ height }: { height: number }) =>
  height <= 0 ? null : (
    <tr className={css.air}>
      <td style={{ height }} />
    </tr>
  );
