import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { RowStanding, SiteDays, TimeLine, TimeLineRow } from '../../../../../domain/records/timeLine.ts';
import { session } from '../../../data/queries.ts';
import { manages } from '../../../data/rights.ts';
import type { Shape } from '../../../parts/Icon.tsx';
import { State } from '../../../parts/State.tsx';
import css from './line.module.css';
import { Plot } from './Plot.tsx';
import type { Scale } from './scale.ts';
import { ToActs } from './ToActs.tsx';
import { reasonOf, type Saying, stateOf, textOf } from './words.ts';

const route = getRouteApi('/runs/$run');

const shapeOf: Record<RowStanding, Shape> = {
  ...({ escalated: 'escalated', late: 'late', soon: 'soon', onTime: 'onTime', doneLate: 'done', done: 'done' } as const),
  ...({ waived: 'superseded', superseded: 'superseded', cancelled: 'superseded', planned: 'ahead' } as const),
};

/** Where the timetable of the chosen row stands. */
export const timetableId = 'timetable';

type Props = {
  row: TimeLineRow;
  scale: Scale;
  line: Pick<TimeLine, 'at' | 'window' | 'today' | 'zone'>;
  site: SiteDays | undefined;
  saying: Saying;
  isChosen: boolean;
  showsSite: boolean;
};

/** Who, what and where on the left, promise and actual in the middle, state and one reason on the right. */
export function Row({ row, scale, line, site, saying, isChosen, showsSite }: Props) {
  const { t } = saying;
  const { run } = route.useParams();
  const reason = reasonOf(saying, row);
  const more = row.count - row.about.length;
  return (
    <li className={css.row}>
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
        <span className="small soft">{showsSite && site !== undefined ? `${row.title}, ${site.name}` : row.title}</span>
        {row.count > 1 && row.about.length > 0 && (
          <span className="small quiet">
            {row.about.join(', ')} {more > 0 && t('runs.line.others', { count: more })}
          </span>
        )}
      </div>
      <div className={css.plot}>
        <p className="hidden">{textOf(saying, row)}</p>
        <Plot row={row} scale={scale} line={line} site={site} />
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
}

/** Where more time or another person is asked for, whoever manages decides. */
function Decide({ run, row, saying: { t } }: { run: string; row: TimeLineRow; saying: Saying }) {
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
