import { useTranslation } from 'react-i18next';
import css from './loop.module.css';
import { anchorOf, centre, type Mark, placeOf, radius, ring } from './loop.ts';

const size = 19;
const judgedAt = placeOf(ring.indexOf('judged'), -size);
const plannedAt = placeOf(ring.indexOf('planned'), -size);

export type Drawn = { mark: Mark; text?: string };
type Props = {
  /** What the drawing says, in words. */
  label: string;
  stations: readonly Drawn[];
  hub: { text: string; under: string; isReached: boolean };
  /** Whether something is on the way back to the plan, and how many where that is counted. */
  back: { isNow: boolean; count?: number };
};

/** The way of a nonconformity: around the ring, out of it through the middle, or back to the plan. */
export function Loop({ label, stations, hub, back }: Props) {
  const { t } = useTranslation();
  const isBack = back.isNow;
  return (
    <div className={css.loop}>
      <svg viewBox="0 0 640 440" role="img" aria-label={label}>
        {ring.slice(1).map((station, n) => (
          <path
            key={station}
            className={stations[n + 1]?.mark === 'passed' && stations[n + 1]?.text === undefined ? css.gone : css.way}
            d={arcTo(n)}
          />
        ))}
        <path className={hub.isReached ? css.gone : css.way} d={`M${judgedAt.x} ${judgedAt.y}L${centre.x - 33} ${centre.y - 33}`} />
        <path className={isBack ? css.backNow : css.back} d={`M${judgedAt.x} ${judgedAt.y + 4}Q272 250 ${plannedAt.x} ${plannedAt.y}`} />
        <text className={isBack ? css.backWordNow : css.backWord} x="262" y="256" textAnchor="end">
          {back.count === undefined
            ? t('checks.nonconformities.loop.back')
            : t('checks.nonconformities.loop.backCount', { count: back.count })}
          {back.count === undefined && (
            <tspan x="262" dy="1.2em">
              {t('checks.nonconformities.loop.toPlan')}
            </tspan>
          )}
        </text>
        <circle className={hub.isReached ? css.hubReached : css.hub} cx={centre.x} cy={centre.y} r="46" />
        <text className={hub.isReached ? css.hubTextReached : css.hubText} x={centre.x} y={centre.y - 2} textAnchor="middle">
          {hub.text}
        </text>
        <text className={hub.isReached ? css.hubUnderReached : css.hubUnder} x={centre.x} y={centre.y + 18} textAnchor="middle">
          {hub.under}
        </text>
        {ring.map((station, n) => (
          <StationAt key={station} n={n} name={t(`checks.nonconformities.station.${station}`)} drawn={stations[n] ?? { mark: 'ahead' }} />
        ))}
      </svg>
    </div>
  );
}

/** Along the ring from the n-th station to the next. */
function arcTo(n: number): string {
  const [from, to] = [placeOf(n), placeOf(n + 1)];
  return `M${from.x} ${from.y}A${radius} ${radius} 0 0 1 ${to.x} ${to.y}`;
}

function StationAt({ n, name, drawn: { mark, text } }: { n: number; name: string; drawn: Drawn }) {
  const at = placeOf(n);
  const label = placeOf(n, n % 4 === 0 ? 36 : 29);
  return (
    <g>
      <circle className={css[mark]} cx={at.x} cy={at.y} r={size} />
      {text !== undefined && (
        <text className={mark === 'passed' ? css.countOn : css.count} x={at.x} y={at.y} dy=".35em" textAnchor="middle">
          {text}
        </text>
      )}
      {text === undefined && mark === 'passed' && <path className={css.tick} d={`M${at.x - 7} ${at.y}l5 5 9-10`} />}
      {text === undefined && mark === 'here' && <circle className={css.dot} cx={at.x} cy={at.y} r="7" />}
      <text className={mark === 'ahead' ? css.label : css.labelReached} x={label.x} y={label.y} dy=".35em" textAnchor={anchorOf(n)}>
        {name}
      </text>
    </g>
  );
}
