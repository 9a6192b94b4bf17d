import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HeatMap } from '../../../../domain/records/dashboard.ts';
import css from './heat.module.css';

/** How many risks each band has now; each leads to them. */
export function BandSums({ byBand }: Pick<HeatMap, 'byBand'>) {
  const { t } = useTranslation();
  return (
    <ul className={css.sums}>
      {byBand.map(({ band, risks }) => (
        <li key={band}>
          <Link to="/risks" search={{ band }}>
            <span className={`band ${band}`}>{t(`band.${band}`)}</span> {risks}
          </Link>
        </li>
      ))}
    </ul>
  );
}
