import { useTranslation } from 'react-i18next';
import { monthLetter, monthName } from '../../words/days.ts';
import type { Month } from './months.ts';
import css from './myWork.module.css';

const step = 26;
const size = { radius: 5.4, gap: 16, foot: 26, top: 14 };
const mostDots = 6;

/** The months with a dot for each time: filled where it is asked already, open where it is to come. What it shows stands below it as text. */
export function YearDots({ months, said }: { months: readonly Month[]; said: string }) {
  const { i18n } = useTranslation();
  const highest = Math.max(1, ...months.map(({ open, asked }) => Math.min(mostDots, open + asked.length)));
  const base = size.top + highest * size.gap;
  const height = base + size.foot;
  return (
    <svg className={css.year} viewBox={`0 0 ${months.length * step} ${height}`} role="img" aria-label={said}>
      {months.map(({ month, open, asked }, n) => {
        const x = n * step + step / 2;
        const all = open + asked.length;
        return (
          <g key={month}>
            <title>{monthName(month, i18n.language)}</title>
            {all === 0 && <path d={`M${x - 4} ${base - size.gap / 2}h8`} className={css.noDot} />}
            {Array.from({ length: Math.min(mostDots, all) }, (_, dot) => (
              <circle
                // biome-ignore lint/suspicious/noArrayIndexKey: dots are all alike
                key={dot}
                cx={x}
                cy={base - size.gap / 2 - dot * size.gap}
                r={size.radius}
                className={dot < open ? css.askedDot : css.comingDot}
              />
            ))}
            {all > mostDots && (
              <text x={x} y={size.top - 4} textAnchor="middle">
                {`+${all - mostDots}`}
              </text>
            )}
            <text x={x} y={base + 16} textAnchor="middle" className={n === 0 ? css.now : undefined}>
              {monthLetter(month, i18n.language)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
