import { useTranslation } from 'react-i18next';
import css from './shell.module.css';

/** How much there is of what a place lists, and what it is for those who do not see it beside the place. Nothing is said of none. */
export function Count({ of, said, more = false }: { of: number | undefined; said: string; more?: boolean }) {
  const { i18n } = useTranslation();
  if (of === undefined || of === 0) return null;
  return (
    <span className={css.count}>
      {new Intl.NumberFormat(i18n.language).format(of)}
      {more && '+'}
      <span className="hidden"> {said}</span>
    </span>
  );
}
