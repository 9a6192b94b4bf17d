import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import css from './crumb.module.css';

/** Where a page belongs: the list that it is of, and what it is called there. */
export function Crumb({ to, name, id }: { to: NonNullable<LinkProps['to']>; name: string; id: string }) {
  const { t } = useTranslation();
  return (
    <nav className={css.crumb} aria-label={t('crumb')}>
      <Link to={to} activeOptions={{ exact: true }}>
        {name}
      </Link>{' '}
      / <span className="id">{id}</span>
    </nav>
  );
}
