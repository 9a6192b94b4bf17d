import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './context.module.css';

/** What has ended, folded away. */
export function Ended({ count, children }: { count: number; children: ReactNode }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <details className={css.ended}>
      <summary>{t('registers.context.ended', { count })}</summary>
      {children}
    </details>
  );
}
