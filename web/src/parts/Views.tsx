import type { ReactNode } from 'react';
import css from './views.module.css';

/** Parts of one page, each with an address. */
export const Views = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav className={css.views} aria-label={label}>
    {children}
  </nav>
);
