import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { RowStanding, TimeLine, TimeLineRow } from '../../../../../domain/records/timeLine.ts';
import { session } from '../../../data/queries.ts';
import { manages } from '../../../data/rights.ts';
import type { Shape } from '../../../parts/Icon.tsx';
import { State } from '../../../parts/State.tsx';
import css from './line.module.css';
import { Plot } from './Plot.tsx';
import type { Scale } from './scale.ts';
import { ToActs } from './ToActs.tsx';
import { reasonOf, type Saying, stateOf, textOf } from './words.ts';

const shapeOf: Record<RowStanding, Shape> = {
  ...({ escalated: 'escalated', late: 'late', soon: 'soon', onTime: 'onTime', doneLate: 'done', done: 'done' } as const),
  ...({ waived: 'superseded', superseded: 'superseded', cancelled: 'superseded', planned: 'ahead' } as const),
};

/** Where the timetable of the chosen row stands. */
export const timetableId = 'timetable';

/** What all rows of a run are drawn with. */
export type Drawn = {
  run: string;
  scale: Scale;
  line: Pick<TimeLine, 'at' | 'window' | 'today' | 'zone'>;
  /** What sites are called, and their free days as a path. */
  sites: ReadonlyMap<string, { name: string; free: string }>;
  saying: Saying;
};

type Props = {
  row: TimeLineRow;
  drawn: Drawn;
  isChosen: boolean;
  /** Which of how many it is, where not all are in the page. */
  index?: number;
  total?: number;
  measure?(element: HTMLLIElement | null): void;
};

/** Who, what and where on the left, promise and actual in the middle, state and one reason on the right. */
export const Row = memo(function Row({ row, drawn, isChosen, index, total, measure }: Props) {
  const { run, saying, sites } = drawn;
  const { t } = saying;
  const site = sites.get(row.site);
  const reason = reasonOf(saying, row);
  const more = row.count - row.about.length;
  const which = index === undefined ? {} : { 'data-index': index, 'aria-posinset': index + 1, 'aria-setsize': total };
  return (
    <li className={css.row} ref={measure} {...which}>
      <div className={css.lab}>
        <Link
          to="/runs/$run"
          params={{ run }}
          search={(before) => ({ ...before, of: row.id })}
          hash={timetableId}
          replace
          className="strong"
          aria-current={isChosen ? 'true' : undefined}
        >
          {row.who.name}
        </Link>
        {row.onBehalfOf !== undefined && <span className="small quiet">{t('runs.line.inSteadOf', { name: row.onBehalfOf.name })}</span>}
        <span className="small soft">{sites.size > 1 && site !== undefined ? `${row.title}, ${site.name}` : row.title}</span>
        {row.count > 1 && row.about.length > 0 && (
          <span className="small quiet">
            {row.about.join(', ')} {more > 0 && t('runs.line.others', { count: more })}
          </span>
        )}
      </div>
      <div className={css.plot}>
        <p className="hidden">{textOf(saying, row)}</p>
        <Plot row={row} scale={drawn.scale} line={drawn.line} free={site?.free} />
      </div>
      <div className={css.res}>
        <State of={shapeOf[row.standing]} quiet={row.standing === 'doneLate'}>
          {stateOf(saying, row)}
        </State>
        {reason !== undefined && <div className="small quiet">{reason}</div>}
        <Decide run={run} row={row} saying={saying} />
      </div>
    </li>
  );
});

/** Where more time or another person is asked for, whoever manages decides. */
function Decide({ run, row, saying: { t } }: Pick<Props, 'row'> & Pick<Drawn, 'run' | 'saying'>) {
  const { data: who } = useSuspenseQuery(session);
  const asks = row.because?.code === 'asksForTime' || row.because?.code === 'asksHandOver';
  return asks && manages(who) ? (
    <p className="small">
      <ToActs run={run} row={row}>
        {t('runs.line.decideOf', { name: row.who.name })}
      </ToActs>
    </p>
  ) : null;
}
