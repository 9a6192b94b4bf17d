import type { ReactNode } from 'react';
import css from './recording.module.css';

/** What the API has recorded, said where it was asked for. */
export const Recorded = ({ children }: { children: ReactNode }) => (
  <p className={css.recorded} role="status">
    {children}
  </p>
);
