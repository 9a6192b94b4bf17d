import { useTranslation } from 'react-i18next';
import type { Dashboard, LateItem, WheelRun } from '../../../domain/records/dashboard.ts';
import { dayWithoutYear } from '../words/days.ts';
import { daysFrom, monthsOf } from './days.ts';
import { flagsOf, shapeOf } from './flags.tsx';
import { angleOf, arc, centre, pointAt, radius, sector } from './geometry.ts';
import { lanes, type Placed, placed } from './tracks.ts';
import './wheel.css';

type Props = Pick<Dashboard, 'year' | 'today' | 'runs' | 'late' | 'onTimeShare'> & { onOpen?: (run: string) => void };

/** The year as a wheel: a promise is a ring sector, what happened is an arc on it, and what is late leaves the ring. */
export function Wheel({ year, today, runs, late, onTimeShare, onOpen }: Props) {
  const { t, i18n } = useTranslation();
  const days = daysFrom(year.from, year.to) + 1;
  const angle = (day: string, end = false) => angleOf(daysFrom(year.from, day) + (end ? 1 : 0), days);
  const hand = angleOf(daysFrom(year.from, today) + 0.5, days);
  const pill = pointAt(351, hand + 6);
  return (
    <svg className="wheel" viewBox="0 0 760 760" role="img" aria-labelledby="wheel-title wheel-desc">
      <title id="wheel-title">{t('wheel.title', { period: year.period, day: dayWithoutYear(today, i18n.language) })}</title>
      <desc id="wheel-desc">{t('wheel.description', countsOf(runs, late))}</desc>
      <Rings hand={hand} />
      <Months first={year.from} last={year.to} days={days} />
      <g className="runs">
        {placed(runs).map((place) => (
          <Arc key={place.run.id} place={place} angle={angle} hand={hand} {...(onOpen !== undefined && { onOpen })} />
        ))}
      </g>
      <path className="hand" d={radius(84, 372, hand)} />
      <Flags late={late} angle={angle} hand={hand} />
      <g className="today">
        <rect x={pill.x - 31} y={pill.y - 12} width="62" height="24" rx="12" />
        <text x={pill.x} y={pill.y} dy=".36em" textAnchor="middle">
          {dayWithoutYear(today, i18n.language)}
        </text>
      </g>
      <Hub share={onTimeShare} period={year.period} />
    </svg>
  );
}

const countsOf = (runs: readonly WheelRun[], late: readonly LateItem[]) => ({
  runs: runs.length,
  closed: runs.filter(({ state }) => state === 'done' || state === 'doneLate').length,
  open: runs.filter(({ run, state }) => run !== undefined && !['done', 'doneLate', 'superseded'].includes(state)).length,
  missing: runs.filter(({ state }) => state === 'missing').length,
  late: late.length,
});

function Rings({ hand }: { hand: number }) {
  const { t } = useTranslation();
  const [start, end] = [angleOf(0, 1), angleOf(1, 1)];
  return (
    <>
      <g className="lanes">
        {lanes.map(({ phase, inner, outer }) => (
          <path key={phase} d={sector(inner, outer, start, end)} />
        ))}
      </g>
      <g className="elapsed">
        {lanes.map(({ phase, inner, outer }) => (
          <path key={phase} d={sector(inner, outer, start, hand)} />
        ))}
      </g>
      <g className="phases">
        {lanes.map(({ phase, inner, outer }) => (
          <text key={phase} x={centre} y={centre - (inner + outer) / 2} dy=".36em" textAnchor="middle">
            <tspan className="long">{t(`phase.${phase}`)}</tspan>
            <tspan className="letter">{t(`phase.${phase}`).slice(0, 1)}</tspan>
          </text>
        ))}
      </g>
    </>
  );
}

function Months({ first, last, days }: { first: string; last: string; days: number }) {
  const { i18n } = useTranslation();
  const months = monthsOf(first, last, i18n.language);
  return (
    <>
      <g className="months">
        {months.map((month, n) => {
          const [from, to] = [angleOf(month.first, days) + 0.35, angleOf(month.last, days) - 0.35];
          const middle = (from + to) / 2;
          const isBelow = middle > 0 && middle < 180;
          const letter = pointAt(315, middle);
          return (
            <g key={month.first}>
              <path className="month" d={sector(303, 327, from, to)} />
              <path id={`month-${n}`} d={isBelow ? arc(319.5, to, from) : arc(310.5, from, to)} fill="none" />
              <text className="long">
                <textPath href={`#month-${n}`} startOffset="50%" textAnchor="middle">
                  {month.name}
                </textPath>
              </text>
              <text className="letter" x={letter.x} y={letter.y} dy=".36em" textAnchor="middle">
                {month.letter}
              </text>
            </g>
          );
        })}
      </g>
      <g className="quarters">
        {[0, 1, 2, 3].map((n) => {
          const months3 = months.slice(n * 3, n * 3 + 3);
          const [from, to] = [months3[0]?.first ?? 0, months3.at(-1)?.last ?? days];
          const name = pointAt(99, angleOf((from + to) / 2, days));
          return (
            <g key={n}>
              {n > 0 && <path d={radius(112, 327, angleOf(from, days))} />}
              <text x={name.x} y={name.y} dy=".36em" textAnchor="middle">{`Q${n + 1}`}</text>
            </g>
          );
        })}
      </g>
    </>
  );
}

type Angle = (day: string, end?: boolean) => number;

function Arc({ place, angle, hand, onOpen }: { place: Placed; angle: Angle; hand: number; onOpen?: (run: string) => void }) {
  const { t, i18n } = useTranslation();
  const { run, middle, merged } = place;
  const { promised, actual, state } = run;
  const day = (iso: string) => dayWithoutYear(iso, i18n.language);
  const [from, to] = [angle(promised.from), Math.max(angle(promised.to, true), angle(promised.from) + 0.8)];
  const isOpen = actual !== undefined && ['onTime', 'soon', 'late', 'escalated'].includes(state);
  const begun = actual === undefined ? 0 : angle(actual.from);
  const ended = actual === undefined ? 0 : Math.max(isOpen ? Math.min(hand, angle(actual.to, true)) : angle(actual.to, true), begun + 0.8);
  const tip = pointAt(middle, ended);
  const cross = pointAt(middle, (from + to) / 2);
  const opened = run.run;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: an image holds no controls; the table below it has every run as a link
    <g className={`run ${state}`} data-opens={opened} onClick={opened === undefined ? undefined : () => onOpen?.(opened)}>
      <title>
        {t(merged > 1 ? 'wheel.runs' : 'wheel.run', {
          title: run.title,
          count: merged,
          state: t(`runState.${state}`),
          from: day(promised.from),
          to: day(promised.to),
          context: actual === undefined ? 'planned' : isOpen ? 'open' : 'closed',
          opened: actual && day(actual.from),
          closed: actual && day(actual.to),
        })}
      </title>
      <path className="plan" d={sector(middle - 5.5, middle + 5.5, from, to)} />
      {actual !== undefined && begun < Math.min(ended, to) && <path className="actual" d={arc(middle, begun, Math.min(ended, to))} />}
      {actual !== undefined && ended > to + 0.3 && <path className="over" d={arc(middle, Math.max(to, begun), ended)} />}
      {isOpen && <circle className="tip" cx={tip.x} cy={tip.y} r="5" />}
      {state === 'missing' && <path className="cross" d={`M${cross.x - 4} ${cross.y - 4}l8 8M${cross.x + 4} ${cross.y - 4}l-8 8`} />}
    </g>
  );
}

function Flags({ late, angle, hand }: { late: readonly LateItem[]; angle: Angle; hand: number }) {
  return (
    <g className="flags">
      {flagsOf(late, angle, hand).map(({ number, text, kind, place, from, tail }) => {
        const start = pointAt(tail, from);
        return (
          <g key={number} className={`flag ${kind}`}>
            <path className="leader" d={`M${place.x} ${place.y}L${start.x} ${start.y}`} />
            <path className="tail" d={arc(tail, from, hand)} />
            {shapeOf(kind, place)}
            <text x={place.x} y={place.y} dy={kind === 'missing' || kind === 'more' ? '.36em' : '.45em'} textAnchor="middle">
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Hub({ share, period }: { share: number | undefined; period: string }) {
  const { t, i18n } = useTranslation();
  const figure = share === undefined ? '–' : new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(share);
  return (
    <g className="hub">
      <circle cx={centre} cy={centre} r="84" />
      <text className="figure" x={centre} y={centre + 4} textAnchor="middle">
        {figure}
      </text>
      <text className="under" x={centre} y={centre + 26} textAnchor="middle">
        {share === undefined ? t('wheel.nothingDue') : t('wheel.onTimeIn', { period })}
      </text>
      <text className="under2" x={centre} y={centre + 43} textAnchor="middle">
        {share === undefined ? '' : t('wheel.byFirstPromise')}
      </text>
    </g>
  );
}
