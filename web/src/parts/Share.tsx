import { useTranslation } from 'react-i18next';
import css from './share.module.css';

/** So many of so many, in figures and as a bar. */
export function Share({ n, of }: { n: number; of: number }) {
  const { t, i18n } = useTranslation();
  const figure = (count: number) => new Intl.NumberFormat(i18n.language).format(count);
  return (
    <span className={css.share}>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className={css.all} width="100" height="8" />
        <rect className={css.done} width={of === 0 ? 0 : (100 * n) / of} height="8" />
      </svg>
      <span className="nowrap">{t('checks.share', { n: figure(n), of: figure(of) })}</span>
    </span>
  );
}
