import { Link, type LinkProps } from '@tanstack/react-router';
import css from './crumbs.module.css';

/** Which list a record stands in, and what it is called there. */
export const Crumbs = ({ to, name, id }: { to: NonNullable<LinkProps['to']>; name: string; id: string }) => (
  <div className={css.crumbs}>
    <Link to={to}>{name}</Link> / <code>{id}</code>
  </div>
);
