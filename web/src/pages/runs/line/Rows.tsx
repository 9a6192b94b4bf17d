import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeLineRow } from '../../../../../domain/records/timeLine.ts';
import { useReadingOn } from '../../../parts/table/useReadingOn.ts';
import css from './line.module.css';
import { type Drawn, Row } from './Row.tsx';

type Props = {
  rows: readonly TimeLineRow[];
  drawn: Drawn;
  chosen: TimeLineRow | undefined;
  /** How many there are, read or not. */
  total: number;
  /** Undefined where there is nothing more. */
  onMore: (() => void) | undefined;
  axis: ReactNode;
};

const mostAtOnce = 100;

/** All rows below one axis. As many as fit on some pages are in the page; of more, those in sight. */
export function Rows(props: Props) {
  const { rows, drawn, chosen, total, axis } = props;
  if (total > mostAtOnce) return <ManyRows {...props} />;
  return (
    <>
      {axis}
      <ul>
        {rows.map((row) => (
          <Row key={row.id} {...{ row, drawn }} isChosen={row.id === chosen?.id} />
        ))}
      </ul>
    </>
  );
}

const rowHeight = 67;
const ahead = 8;
/** So many before the end of what has been read the next ones are asked for. */
const unread = 50;

/** Thousands of rows go by in a box of their own, so that the axis stays in sight, and what stands below them within reach. */
function ManyRows({ rows, drawn, chosen, total, onMore, axis }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    ...{ count: rows.length, overscan: ahead, estimateSize: () => rowHeight },
    getScrollElement: () => box.current,
    getItemKey: (n) => rows[n]?.id ?? n,
  });
  const seen = virtual.getVirtualItems();
  const last = seen.at(-1)?.index ?? -1;
  useReadingOn({ isAtEnd: onMore !== undefined && last >= rows.length - unread, length: rows.length, onMore: () => onMore?.() });
  const air = { paddingTop: seen[0]?.start ?? 0, paddingBottom: virtual.getTotalSize() - (seen.at(-1)?.end ?? 0) };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself must be reached by the keyboard
    <section className={css.box} ref={box} tabIndex={0} aria-label={t('runs.line.rows', { count: total })}>
      {axis}
      <ul style={air}>
        {seen.map(({ index, key }) => {
          const row = rows[index] as TimeLineRow;
          return (
            <Row key={String(key)} {...{ row, drawn, index, total }} measure={virtual.measureElement} isChosen={row.id === chosen?.id} />
          );
        })}
      </ul>
    </section>
  );
}
