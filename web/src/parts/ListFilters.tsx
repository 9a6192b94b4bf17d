import type { ReactNode } from 'react';
import css from './listFilters.module.css';

/** What a list is narrowed by; it stands in the address too. */
export const ListFilters = ({ label, children }: { label: string; children: ReactNode }) => (
  <search className={css.filters} aria-label={label}>
    {children}
  </search>
);

/** Parts of one page, each with an address. */
export const Views = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav className={css.views} aria-label={label}>
    {children}
  </nav>
);
