import type { ReactNode } from 'react';
import css from './page.module.css';

/** Names and values, one pair a line; what has no value is left out. */
export const Pairs = ({ of }: { of: readonly (readonly [name: string, value: ReactNode])[] }) => (
  <dl className={css.pairs}>
    {of
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
