import { useTranslation } from 'react-i18next';
import type { PhaseReport } from '../../../../domain/records/cycle.ts';
import css from './cycles.module.css';
import { standings } from './data.ts';

const width = 600;

/** One bar for each phase, as long as its plan, in parts of what has become of it. The table below has the same figures. */
export function PhaseBars({ phases }: { phases: readonly PhaseReport[] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...phases.map(({ planned }) => planned));
  return (
    <>
      <ul className={css.bars}>
        {phases.map((phase) => (
          <li key={phase.phase}>
            <span className="strong">{t(`phase.${phase.phase}`)}</span>
            <Bar phase={phase} most={most} />
            <span className={css.sum}>{phase.planned}</span>
          </li>
        ))}
      </ul>
      <ul className={css.key}>
        {standings
          .filter((standing) => phases.some((phase) => phase[standing] > 0))
          .map((standing) => (
            <li key={standing}>
              <svg viewBox="0 0 20 10" aria-hidden="true">
                <rect className={css[standing]} x=".5" y=".5" width="19" height="9" />
              </svg>
              {t(`checks.cycles.standing.${standing}`)}
            </li>
          ))}
      </ul>
    </>
  );
}

function Bar({ phase, most }: { phase: PhaseReport; most: number }) {
  const { t, i18n } = useTranslation();
  const parts = standings.filter((standing) => phase[standing] > 0);
  const said = parts.map((standing) =>
    t('checks.cycles.part', { count: phase[standing], standing: t(`checks.cycles.standing.${standing}`) }),
  );
  const label = t('checks.cycles.bar', {
    phase: t(`phase.${phase.phase}`),
    planned: phase.planned,
    parts: new Intl.ListFormat(i18n.language).format(said),
  });
  let x = 0;
  return (
    <svg viewBox={`0 0 ${width} 22`} preserveAspectRatio="none" role="img" aria-label={label}>
      {parts.map((standing) => {
        const wide = (width * phase[standing]) / most;
        x += wide;
        return <rect key={standing} className={css[standing]} x={x - wide + 0.5} y="0.5" width={Math.max(0, wide - 1)} height="21" />;
      })}
    </svg>
  );
}
