import type { ReactNode } from 'react';
import css from './sides.module.css';

type Props = { main: ReactNode; side: ReactNode; below: ReactNode };

/** What a record is about, cards beside it, and what happened to it below the first: at the end of all where there is one column. */
export const Sides = ({ main, side, below }: Props) => (
  <div className={css.sides}>
    <div className={css.main}>{main}</div>
    <div className={css.side}>{side}</div>
    <div className={css.below}>{below}</div>
  </div>
);
