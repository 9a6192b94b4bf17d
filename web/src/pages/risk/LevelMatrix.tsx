import { useTranslation } from 'react-i18next';
import type { Risk } from '../../../../domain/records/risk.ts';
import type { RiskCriteria } from '../../../../domain/records/riskCriteria.ts';
import { box, gridOf, type Placed, pinsOf } from './matrix.ts';
import css from './risk.module.css';

const longest = 14;
const short = (word: string): string => (word.length > longest ? `${word.slice(0, longest - 1)}…` : word);

type Props = { risk: Pick<Risk, 'inherent' | 'current' | 'residual'>; criteria: RiskCriteria; title: string };

/** Where a risk was without controls (I), is now (C) and is to be (T), and the way between; the same stands below as text. */
export function LevelMatrix({ risk: { inherent, current, residual: target }, criteria, title }: Props) {
  const { likelihood, consequence, matrix } = criteria;
  const grid = gridOf(likelihood.length, consequence.length);
  const pins = pinsOf({ inherent, current, target }, likelihood.length, consequence.length);
  return (
    <svg className={css.matrix} viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={title}>
      {matrix.map((row, l) =>
        row.map((band, c) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
            key={`${l} ${c}`}
            className={css[band]}
            x={grid.left(c + 1)}
            y={grid.top(l + 1)}
            width={grid.width}
            height={grid.height}
            rx="5"
          />
        )),
      )}
      {likelihood.map((word, n) => (
        <text key={word} x={box.left - 10} y={grid.top(n + 1) + grid.height / 2} dy=".36em" textAnchor="end">
          {short(word)} {n + 1}
        </text>
      ))}
      {consequence.map((word, n) => (
        <text key={word} x={grid.left(n + 1) + grid.width / 2} y={box.top + box.side + 16} textAnchor="middle">
          {n + 1}
          <tspan className={css.word} x={grid.left(n + 1) + grid.width / 2} dy="15">
            {short(word)}
          </tspan>
        </text>
      ))}
      <Way pins={pins} />
      {pins.map((pin) => (
        <Pin key={pin.pin} {...pin} />
      ))}
    </svg>
  );
}

/** What came about is solid, what is to come is dashed. */
function Way({ pins }: { pins: readonly Placed[] }) {
  const steps = pins.slice(1).map((to, n) => ({ to, d: `M${pins[n]?.x} ${pins[n]?.y}L${to.x} ${to.y}` }));
  return (
    <>
      {steps.map(({ to, d }) => (
        <path key={`halo ${to.pin}`} className={css.halo} d={d} />
      ))}
      {steps.map(({ to, d }) => (
        <path key={to.pin} className={`${css.way} ${to.pin === 'target' ? css.ahead : ''}`} d={d} />
      ))}
    </>
  );
}

function Pin({ pin, x, y }: Placed) {
  const { t } = useTranslation();
  return (
    <g className={`${css.pin} ${css[pin]}`}>
      {pin === 'target' ? <path d={`M${x} ${y - 17}l17 17-17 17-17-17z`} /> : <circle cx={x} cy={y} r={pin === 'current' ? 16 : 14} />}
      <text x={x} y={y} dy=".36em" textAnchor="middle">
        {t(`registers.risk.pin.${pin}`)}
      </text>
    </g>
  );
}
