import type { ReactNode } from 'react';
import css from './facts.module.css';

/** One line: what it is, and what is said of it. */
export type Line = { term: string; said: ReactNode };

/** What is known, line by line. */
export const Facts = ({ lines }: { lines: readonly Line[] }) =>
  lines.length === 0 ? null : (
    <dl className={css.facts}>
      {lines.map(({ term, said }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
