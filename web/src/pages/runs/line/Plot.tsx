import type { RowMail, TimeLine, TimeLineRow } from '../../../../../domain/records/timeLine.ts';
import { Icon, type Shape } from '../../../parts/Icon.tsx';
import { type Bar, barOf, marksOf } from './bar.ts';
import css from './plot.module.css';
import type { Scale } from './scale.ts';

type Line = Pick<TimeLine, 'at' | 'window' | 'today' | 'zone'>;
type Props = {
  row: TimeLineRow;
  scale: Scale;
  line: Line;
  /** The days on which nobody works there, as a path. */
  free: string | undefined;
};

const pc = (n: number): string => `${n}%`;
const wide = (from: number, to: number) => ({ x: pc(from), width: pc(Math.max(to - from, 0)) });

/**
 * One row as a picture: the promise as a tick, what happened as a bar on it, mails below, then levels that were reached and rungs to come. The text of the
 * same stands beside it.
 */
export function Plot({ row, scale, line, free }: Props) {
  return (
    <svg className={css.chart} width="100%" height="66" aria-hidden="true">
      {free !== undefined && (
        <svg x="0" y="0" width="100%" height="100%" viewBox={`0 0 ${scale.days} 1`} preserveAspectRatio="none" aria-hidden="true">
          <path className={css.free} d={free} />
        </svg>
      )}
      <Stroke bar={barOf(row, scale, line.at)} row={row} />
      <Marks row={row} scale={scale} />
      <Today scale={scale} line={line} />
    </svg>
  );
}

/** Through all rows, as long as today is among the days that are drawn. */
function Today({ scale, line: { at, today, window, zone } }: Pick<Props, 'scale' | 'line'>) {
  if (today > window.to) return null;
  const x = pc(scale.at(at, zone));
  return <line className={css.today} x1={x} x2={x} y1="0" y2="100%" />;
}

function Stroke({ bar, row: { standing, ended } }: { bar: Bar; row: TimeLineRow }) {
  const { open, promised, due, end, over, isOff } = bar;
  return (
    <g className={css[standing]}>
      <rect className={end === undefined ? css.dashed : css.plan} {...wide(open, promised)} y="9" height="12" rx="2" />
      {due > promised && <rect className={css.dashed} {...wide(promised, due)} y="9" height="12" rx="2" />}
      {end !== undefined && isOff && <line className={css.off} x1={pc(open)} x2={pc(end)} y1="15" y2="15" />}
      {end !== undefined && !isOff && <rect className={css.actual} {...wide(open, Math.min(end, due))} y="12" height="6" />}
      {over !== undefined && <line className={css.over} x1={pc(over.from)} x2={pc(over.to)} y1="15" y2="15" />}
      {end !== undefined && ended !== undefined && !isOff && <circle className={css.tip} cx={pc(end)} cy="15" r="4.5" />}
      <line className={css.promise} x1={pc(promised)} x2={pc(promised)} y1="5" y2="25" />
    </g>
  );
}

const shapes: Record<RowMail['state'], Shape> = { delivered: 'mail', refused: 'refused', waiting: 'mail' };

function Marks({ row, scale }: { row: TimeLineRow; scale: Scale }) {
  const at = ({ at: instant }: { at: string }) => scale.at(instant, row.zone);
  const coming = marksOf(row.coming, at, () => '').filter((mark) => mark.at < 100);
  return (
    <>
      {marksOf(row.mails, at, ({ state }) => state).map(({ key, at: x, thing }) => (
        <Mark key={key} x={x} y={29} shape={shapes[thing.state]} tone={css[thing.state]} />
      ))}
      {marksOf(row.escalations, at, ({ level }) => String(level)).map(({ key, at: x }) => (
        <Mark key={key} x={x} y={45} shape="escalated" tone={css.level} />
      ))}
      {coming.map(({ key, at: x }) => (
        <circle key={key} className={css.coming} cx={pc(x)} cy="51" r="3.5" />
      ))}
    </>
  );
}

const Mark = ({ x, y, shape, tone }: { x: number; y: number; shape: Shape; tone: string | undefined }) => (
  <svg x={pc(x)} y={y} width="13" height="13" className={`${css.mark} ${tone ?? ''}`} aria-hidden="true">
    <g transform="translate(-6.5 0)">
      <Icon shape={shape} size={13} />
    </g>
  </svg>
);
