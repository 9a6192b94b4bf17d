import { useTranslation } from 'react-i18next';
import type { TimeLine } from '../../../../../domain/records/timeLine.ts';
import { dayWithoutYear } from '../../../words/days.ts';
import css from './line.module.css';
import { type Scale, ticksOf } from './scale.ts';

const pill = { width: 52, height: 20 };
/** In percent of the narrowest axis: half a pill, and the name of a day. */
const narrow = { half: 11, day: 13 };

/** Days above all rows; the rows say theirs in words. */
export function Axis({ scale, line }: { scale: Scale; line: TimeLine }) {
  const { i18n } = useTranslation();
  const now = line.today <= line.window.to ? scale.at(line.at, line.zone) : undefined;
  const side = now === undefined ? 0 : sideOf(now);
  const ticks = ticksOf(scale, line.window, line.today).map(({ day, at }, n, all) => ({
    ...{ day, at, isClose: at - (all[n - 1]?.at ?? -narrow.day) < narrow.day },
    isUnder: now !== undefined && isUnder(now, at),
  }));
  return (
    <div className={`${css.row} ${css.axisRow}`} aria-hidden="true">
      <div className={css.lab} />
      <div className={css.plot}>
        <svg className={css.axis} width="100%" height="30" aria-hidden="true">
          {ticks
            .filter(({ isUnder }) => side === 0 || !isUnder)
            .map(({ day, at, isClose, isUnder }) => (
              <text key={day} x={`${at}%`} y="18" className={isClose || isUnder ? css.close : undefined}>
                {dayWithoutYear(day, i18n.language)}
              </text>
            ))}
          {now !== undefined && <Now at={now} side={side} />}
        </svg>
      </div>
      <div className={css.res} />
    </div>
  );
}

/** Its pill is in the middle above today, but beside it where it would hang over an edge: to the left at the end, to the right at the beginning. */
const sideOf = (now: number): -1 | 0 | 1 => (now > 100 - narrow.half ? -1 : now < narrow.half ? 1 : 0);

/** Whether the name of a day would reach under the pill. */
function isUnder(now: number, at: number): boolean {
  const begin = now + (sideOf(now) - 1) * narrow.half;
  return at + narrow.day > begin && at < begin + 2 * narrow.half;
}

function Now({ at, side }: { at: number; side: -1 | 0 | 1 }) {
  const { t } = useTranslation();
  const x = `${at}%`;
  const aside = (side * pill.width) / 2;
  return (
    <>
      <rect className={css.pill} {...pill} x={x} y="2" rx="10" transform={`translate(${aside - pill.width / 2} 0)`} />
      <text className={css.now} x={x} dx={aside} y="16" textAnchor="middle">
        {t('runs.line.today')}
      </text>
    </>
  );
}
