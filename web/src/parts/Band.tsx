import { useTranslation } from 'react-i18next';
import type { Band as BandName } from '../../../domain/records/common.ts';

/** How big a risk is. */
export function Band({ band }: { band: BandName | undefined }) {
  const { t } = useTranslation();
  return band === undefined ? null : <span className={`band ${band}`}>{t(`band.${band}`)}</span>;
}
