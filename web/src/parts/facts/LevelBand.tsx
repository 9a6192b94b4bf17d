import { useTranslation } from 'react-i18next';
import type { Band } from '../../../../domain/records/common.ts';

export function LevelBand({ band }: { band: Band }) {
  const { t } = useTranslation();
  return <span className={`band ${band}`}>{t(`band.${band}`)}</span>;
}
