import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './crumb.module.css';

type Props = { to: NonNullable<LinkProps['to']>; search?: LinkProps['search']; name: string; id: ReactNode };

/** Where a page belongs: the list that it is of, and what it is called there. */
export function Crumb({ to, search, name, id }: Props) {
  const { t } = useTranslation();
  return (
    <nav className={css.crumb} aria-label={t('crumb')}>
      <Link to={to} {...(search !== undefined && { search })} activeOptions={{ exact: true }}>
        {name}
      </Link>{' '}
      / <span className="id">{id}</span>
    </nav>
  );
}
