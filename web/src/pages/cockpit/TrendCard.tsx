import { useTranslation } from 'react-i18next';
import type { QuarterOnTime } from '../../../../domain/records/dashboard.ts';
import { Card } from '../../parts/Card.tsx';
import css from './cockpit.module.css';

const goal = 0.9;
const box = { left: 30, right: 266, top: 12, bottom: 160 };

type Known = { n: number; quarter: QuarterOnTime; promised: number; moved: number };

/** Two lines, with labels at their ends: by the first promise, and by the date as it was moved. */
export function TrendCard({ quarters }: { quarters: readonly QuarterOnTime[] }) {
  const { t, i18n } = useTranslation();
  const percent = (share: number) => new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(share);
  const known = quarters.flatMap((quarter, n): Known[] =>
    quarter.byPromise === undefined ? [] : [{ n, quarter, promised: quarter.byPromise, moved: quarter.asMoved ?? quarter.byPromise }],
  );
  const last = known.at(-1);
  if (last === undefined)
    return (
      <Card title={t('trend.heading')} aside={<span className="small quiet">{t('trend.goal')}</span>}>
        <p className="soft">{t('trend.none')}</p>
      </Card>
    );
  const lowest = Math.min(0.6, ...known.map(({ promised }) => Math.floor(promised * 10) / 10));
  const x = (n: number) => Math.round(box.left + (n / Math.max(1, quarters.length - 1)) * (box.right - box.left));
  const y = (share: number) => Math.round((box.bottom - ((share - lowest) / (1 - lowest)) * (box.bottom - box.top)) * 10) / 10;
  const line = (of: 'promised' | 'moved') => known.map((one, i) => `${i === 0 ? 'M' : 'L'}${x(one.n)} ${y(one[of])}`).join('');
  const back = [...known]
    .reverse()
    .map((one) => `L${x(one.n)} ${y(one.promised)}`)
    .join('');
  const grid = Array.from({ length: Math.round((1 - lowest) * 10) + 1 }, (_, n) => lowest + n / 10);
  // So far apart that both can be read.
  const apart = Math.abs(y(last.promised) - y(last.moved)) < 24 && last.promised !== last.moved;
  const figures = known
    .map(({ quarter, promised, moved }) =>
      t('trend.figure', { period: quarter.period, promised: percent(promised), moved: percent(moved) }),
    )
    .join('; ');
  return (
    <Card title={t('trend.heading')} aside={<span className="small quiet">{t('trend.goal')}</span>}>
      <svg className={css.trend} viewBox="0 0 330 200" role="img" aria-label={t('trend.title', { figures })}>
        {grid.map((share) => (
          <g key={share}>
            <path className={css.rule} d={`M${box.left} ${y(share)}H${box.right}`} />
            <text x={box.left - 6} y={y(share)} dy=".36em" textAnchor="end">
              {Math.round(share * 100)}
            </text>
          </g>
        ))}
        <path className={css.goal} d={`M${box.left} ${y(goal)}H${box.right}`} />
        <path className={css.gap} d={`${line('moved')}${back}Z`} />
        <path className={css.moved} d={line('moved')} />
        <path className={css.promised} d={line('promised')} />
        {known.map(({ n, promised }) => (
          <circle key={n} className={n === quarters.length - 1 ? css.running : css.dot} cx={x(n)} cy={y(promised)} r="3.2" />
        ))}
        {quarters.map(({ period }, n) => (
          <text key={period} x={x(n)} y={box.bottom + 16} textAnchor="middle">
            {period.slice(5)}
            {(n === 0 || period.endsWith('Q1')) && (
              <tspan className={css.year} x={x(n)} dy="13">
                {period.slice(0, 4)}
              </tspan>
            )}
          </text>
        ))}
        {last.promised !== last.moved && (
          <text className={css.end} x={x(last.n) + 9} y={y(last.moved) - (apart ? 10 : 0)}>
            {percent(last.moved)}
            <tspan x={x(last.n) + 9} dy="11">
              {t('trend.asMoved')}
            </tspan>
          </text>
        )}
        <text className={css.endPromised} x={x(last.n) + 9} y={y(last.promised) + (apart ? 14 : 0)}>
          {percent(last.promised)}
          <tspan x={x(last.n) + 9} dy="11">
            {t('trend.promised')}
          </tspan>
        </text>
      </svg>
      <p className="small soft">{t('trend.gap')}</p>
    </Card>
  );
}
