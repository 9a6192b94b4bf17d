import { useTranslation } from 'react-i18next';
import type { Risk } from '../../../../domain/records/risk.ts';
import type { RiskLevels, ScaleSum } from '../../../../domain/records/riskLevels.ts';
import { useDays } from '../../words/useDays.ts';
import css from './risk.module.css';

/** How the controls add up, in words; what is proposed, and what the owner decided. */
export function Sum({ risk, levels }: { risk: Risk; levels: RiskLevels }) {
  const { t } = useTranslation();
  return (
    <div className={css.sum}>
      {(['likelihood', 'consequence'] as const).map((scale) => (
        <p key={scale}>
          <b>{t(`registers.scale.${scale}`)}</b> <SumOf sum={levels[scale]} />
        </p>
      ))}
      {levels.controls.some(({ group }) => group !== undefined) && <p>{t('registers.risk.groups')}</p>}
      <Proposed risk={risk} levels={levels} />
    </div>
  );
}

/** `1 − 0.80 × 0.60 = 0.52, so 4 becomes 2.` */
function SumOf({ sum: { shares, effect, isCapped, from, to } }: { sum: ScaleSum }) {
  const { t, i18n } = useTranslation();
  const { format } = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  if (shares.length === 0) return t('registers.risk.sumNone');
  const product = shares.map((share) => format(1 - share)).join(' × ');
  const together = 1 - shares.reduce((left, share) => left * (1 - share), 1);
  return [
    `1 − ${product} = ${format(together)}`,
    ...(isCapped ? [t('registers.risk.sumCapped', { effect: format(effect) })] : []),
    ...(from === undefined || to === undefined
      ? []
      : [from === to ? t('registers.risk.sumStays', { from }) : t('registers.risk.sumBecomes', { from, to })]),
  ]
    .join(', ')
    .concat('.');
}

function Proposed({ risk: { current, lastAssessment }, levels }: { risk: Risk; levels: RiskLevels }) {
  const { t } = useTranslation();
  const { date } = useDays();
  const { proposed, likelihood, consequence } = levels;
  if (proposed === undefined) return <p>{t('registers.risk.noInherent')}</p>;
  const isSame = current?.likelihood === proposed.likelihood && current?.consequence === proposed.consequence;
  const isLess = likelihood.planned !== likelihood.to || consequence.planned !== consequence.to;
  const on = lastAssessment === undefined ? '' : date(lastAssessment.day);
  return (
    <>
      <p className={css.so}>
        {t('registers.risk.proposed', { l: proposed.likelihood, c: proposed.consequence })}{' '}
        <b>
          {current === undefined
            ? t('registers.risk.undecided')
            : isSame
              ? t('registers.risk.decidedSame', { day: on })
              : t('registers.risk.decidedOther', { l: current.likelihood, c: current.consequence, day: on })}
        </b>
      </p>
      {isLess && <p>{t('registers.risk.planned', { l: likelihood.planned, c: consequence.planned })}</p>}
    </>
  );
}
