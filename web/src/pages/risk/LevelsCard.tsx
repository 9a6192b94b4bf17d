import { useTranslation } from 'react-i18next';
import type { Band as BandName, Levels } from '../../../../domain/records/common.ts';
import type { Risk } from '../../../../domain/records/risk.ts';
import type { RiskLevels } from '../../../../domain/records/riskLevels.ts';
import { Band } from '../../parts/Band.tsx';
import { Card } from '../../parts/Card.tsx';
import { useLevelsSaid } from '../../parts/useLevelsSaid.ts';
import { LevelMatrix } from './LevelMatrix.tsx';
import css from './risk.module.css';

/** The three levels, drawn and as text. */
export function LevelsCard({ risk, levels: { criteria, bands } }: { risk: Risk; levels: RiskLevels }) {
  const { t } = useTranslation();
  const saidOf = useLevelsSaid(criteria);
  const rows: { kind: 'inherent' | 'current' | 'target'; levels: Levels | undefined; band: BandName | undefined }[] = [
    { kind: 'inherent', levels: risk.inherent, band: bands.inherent },
    { kind: 'current', levels: risk.current, band: bands.current },
    { kind: 'target', levels: risk.residual, band: bands.target },
  ];
  const title = rows
    .map(({ kind, levels, band }) => {
      const said = levels === undefined ? t('registers.notJudged') : saidOf(levels);
      return `${t(`heat.${kind}`)}: ${band === undefined ? said : `${said}, ${t(`band.${band}`)}`}.`;
    })
    .join(' ');
  return (
    <Card title={t('registers.risk.levels')}>
      <LevelMatrix risk={risk} criteria={criteria} title={title} />
      <dl className={css.levels}>
        {rows.map(({ kind, levels, band }) => (
          <div key={kind}>
            <dt>{t(`heat.${kind}`)}</dt>
            <dd>{levels === undefined ? t('registers.notJudged') : saidOf(levels)}</dd>
            <dd>
              <Band band={band} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
