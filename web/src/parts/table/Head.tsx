import type { Column } from './columns.ts';
import css from './table.module.css';

export const Head = <T,>({ columns }: { columns: readonly Column<T>[] }) => (
  <thead>
    <tr>
      {columns.map(({ key, head, numeric }) => (
        <th key={key} scope="col" className={numeric ? css.numeric : undefined}>
          {head}
        </th>
      ))}
    </tr>
  </thead>
);
