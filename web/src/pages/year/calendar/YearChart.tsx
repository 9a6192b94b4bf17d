import { useTranslation } from 'react-i18next';
import type { WheelRun } from '../../../../../domain/records/dashboard.ts';
import type { YearCalendar } from '../../../../../domain/records/yearCalendar.ts';
import { type Month, monthsOf } from '../../../wheel/days.ts';
import { type Scale, scaleOf } from '../../runs/line/scale.ts';
import css from './calendar.module.css';
import { type ProcessRow, processRows } from './rows.ts';

type Props = Pick<YearCalendar, 'year' | 'today' | 'runs'>;

const trackHeight = 18;

/** The wheel as a line: each process with its runs, January to December. */
export function YearChart({ year, today, runs }: Props) {
  const { t, i18n } = useTranslation();
  const scale = scaleOf(year);
  const months = monthsOf(year.from, year.to, i18n.language);
  const now = today >= year.from && today <= year.to ? scale.ofDay(today) : undefined;
  return (
    <>
      <p className="hidden">{t('year.calendar.picture')}</p>
      <div className={`${css.line} ${css.head}`} aria-hidden="true">
        <div />
        <MonthNames months={months} days={scale.days} />
      </div>
      <ul className={css.lines}>
        {processRows(runs).map((row) => (
          <li key={row.process} className={css.line}>
            <div>
              <span className="strong">{row.title}</span> <span className="small quiet">{t(`phase.${row.phase}`)}</span>
            </div>
            <Line row={row} scale={scale} months={months} now={now} />
          </li>
        ))}
      </ul>
      <Key />
    </>
  );
}

const pc = (n: number): string => `${n}%`;
const share = (day: number, days: number): string => pc(Math.round((day / days) * 10_000) / 100);

const MonthNames = ({ months, days }: { months: readonly Month[]; days: number }) => (
  <svg className={css.names} width="100%" height="20" aria-hidden="true">
    {months.map(({ first, last, name, letter }) => (
      <g key={first}>
        <text className={css.long} x={share((first + last) / 2, days)} y="14" textAnchor="middle">
          {name}
        </text>
        <text className={css.letter} x={share((first + last) / 2, days)} y="14" textAnchor="middle">
          {letter}
        </text>
      </g>
    ))}
  </svg>
);

type LineProps = { row: ProcessRow; scale: Scale; months: readonly Month[]; now: number | undefined };

function Line({ row, scale, months, now }: LineProps) {
  const height = row.tracks.length * trackHeight + 8;
  return (
    <svg className={css.plot} width="100%" height={height} aria-hidden="true">
      {months.map(({ first }) => (
        <line key={first} className={css.month} x1={share(first, scale.days)} x2={share(first, scale.days)} y1="0" y2={height} />
      ))}
      {row.tracks.flatMap((track, n) => track.map((run) => <Run key={run.id} run={run} y={n * trackHeight + 6} scale={scale} />))}
      {now !== undefined && <line className={css.today} x1={pc(now)} x2={pc(now)} y1="0" y2={height} />}
    </svg>
  );
}

function Run({ run, y, scale }: { run: WheelRun; y: number; scale: Scale }) {
  const { promised, actual, state } = run;
  const [from, to] = [scale.ofDay(promised.from), scale.behindDay(promised.to)];
  const begun = actual === undefined ? undefined : scale.ofDay(actual.from);
  const ended = actual === undefined ? undefined : scale.behindDay(actual.to);
  return (
    <g className={css[state]}>
      <rect className={css.plan} x={pc(from)} width={pc(Math.max(to - from, 0.3))} y={y} height="12" rx="2" />
      {begun !== undefined && ended !== undefined && begun < Math.min(ended, to) && (
        <rect className={css.actual} x={pc(begun)} width={pc(Math.min(ended, to) - begun)} y={y + 3} height="6" />
      )}
      {begun !== undefined && ended !== undefined && ended > to && (
        <line className={css.over} x1={pc(Math.max(to, begun))} x2={pc(ended)} y1={y + 6} y2={y + 6} />
      )}
    </g>
  );
}

/** What the strokes mean. */
function Key() {
  const { t } = useTranslation();
  const keys = [
    { name: t('year.calendar.key.planned'), drawn: <rect className={css.plan} x=".5" y=".5" width="27" height="11" rx="2" /> },
    { name: t('year.calendar.key.actual'), drawn: <rect className={css.actual} y="3" width="28" height="6" /> },
    { name: t('year.calendar.key.over'), drawn: <line className={css.over} x2="28" y1="6" y2="6" /> },
    {
      name: t('year.calendar.key.missing'),
      drawn: (
        <g className={css.missing}>
          <rect className={css.plan} x=".5" y=".5" width="27" height="11" rx="2" />
        </g>
      ),
    },
  ];
  return (
    <ul className={css.key}>
      {keys.map(({ name, drawn }) => (
        <li key={name}>
          <svg viewBox="0 0 28 12" aria-hidden="true">
            {drawn}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
