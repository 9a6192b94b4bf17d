import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './crumb.module.css';

/** Where a page belongs: the list that it is of, and its reference. */
export function Crumb({ children, id }: { children: ReactNode; id: string }) {
  const { t } = useTranslation();
  return (
    <nav className={css.crumb} aria-label={t('registers.crumb')}>
      {children} / <span className="id">{id}</span>
    </nav>
  );
}
