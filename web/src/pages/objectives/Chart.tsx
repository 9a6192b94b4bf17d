import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../../domain/records/measurement.ts';
import { box, chartOf, type Dot, type Seen } from './chart.ts';
import css from './objectives.module.css';
import { useValues } from './useValues.ts';

/** The values of a measure over time with its target; a title with the same figures. */
export function Chart({ measure, values }: { measure: Measure; values: readonly Seen[] }) {
  const { t } = useTranslation();
  const { short, figure } = useValues(measure);
  const { rules, line, target, dots, labels, end } = chartOf(values);
  const title = t('registers.measure.chart', { name: measure.name, figures: values.map(figure).join('; ') });
  return (
    <svg className={css.chart} viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={title}>
      {rules.map(({ value, y }) => (
        <g key={value}>
          <path className={css.rule} d={`M${box.left} ${y}H${box.right}`} />
          <text x={box.left - 6} y={y} dy=".36em" textAnchor="end">
            {short(value)}
          </text>
        </g>
      ))}
      <path className={css.target} d={target} />
      <path className={css.line} d={line} />
      {dots.map((dot) => (
        <Value key={dot.period} dot={dot} />
      ))}
      {labels.map(({ x, label, year }, n) => (
        <text key={`${year} ${label}`} x={x} y={box.bottom + 16} textAnchor="middle">
          {label}
          {year !== labels[n - 1]?.year && (
            <tspan className={css.year} x={x} dy="13">
              {year}
            </tspan>
          )}
        </text>
      ))}
      <text className={css.end} x={box.right + 8} y={end.target} dy=".36em">
        {short(values.at(-1)?.target ?? measure.target)}
        <tspan x={box.right + 8} dy="12">
          {t(`registers.measure.${measure.direction}`)}
        </tspan>
      </text>
    </svg>
  );
}

/** Met is a disc, not met a hollow diamond. */
const Value = ({ dot: { x, y, isMet } }: { dot: Dot }) =>
  isMet ? <circle className={css.met} cx={x} cy={y} r="3.4" /> : <path className={css.missed} d={`M${x} ${y - 5}l5 5-5 5-5-5z`} />;
