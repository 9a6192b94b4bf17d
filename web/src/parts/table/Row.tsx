import { memo } from 'react';
import type { Column } from './columns.ts';
import css from './table.module.css';

type Props<T> = { row: T; columns: readonly Column<T>[]; index?: number; measure?(element: HTMLTableRowElement | null): void };

/** The first cell names the row. One that is in the page already is not made again while others come into sight. */
export const Row = memo(OneRow) as typeof OneRow;

function OneRow<T>({ row, columns, index, measure }: Props<T>) {
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index === undefined ? undefined : index + 2}>
      {columns.map(({ key, head, cell, numeric }, n) => {
        const is = { 'data-head': head, className: numeric ? css.numeric : undefined };
        return n === 0 ? (
          <th key={key} scope="row" {...is}>
            {cell(row)}
          </th>
        ) : (
          <td key={key} {...is}>
            {cell(row)}
          </td>
        );
      })}
    </tr>
  );
}
