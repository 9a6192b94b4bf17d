import { useTranslation } from 'react-i18next';
import type { Levels } from '../../../domain/records/common.ts';
import type { RiskCriteria } from '../../../domain/records/riskCriteria.ts';

/** `likely (4), major (4)`, in the organization's own words. */
export function useLevelsSaid({ likelihood, consequence }: Pick<RiskCriteria, 'likelihood' | 'consequence'>): (levels: Levels) => string {
  const { t } = useTranslation();
  return (levels) =>
    t('registers.levels', {
      ...{ likelihood: likelihood[levels.likelihood - 1] ?? '', l: levels.likelihood },
      ...{ consequence: consequence[levels.consequence - 1] ?? '', c: levels.consequence },
    });
}
