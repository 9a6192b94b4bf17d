import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { WheelRun, WheelState } from '../../../../../domain/records/dashboard.ts';
import type { YearCalendar } from '../../../../../domain/records/yearCalendar.ts';
import type { Shape } from '../../../parts/Icon.tsx';
import { State } from '../../../parts/State.tsx';
import type { Column } from '../../../parts/table/columns.ts';
import { Table } from '../../../parts/table/Table.tsx';
import { useDays } from '../../../words/useDays.ts';

const shapes: Record<WheelState, Shape> = {
  ...({ done: 'done', doneLate: 'done', onTime: 'onTime', soon: 'soon', late: 'late', escalated: 'escalated' } as const),
  ...({ superseded: 'superseded', missing: 'missing', ahead: 'ahead' } as const),
};
const isOver = ['done', 'doneLate', 'superseded'];

/** Every run of the year in the order in which they open; all of them are in the page, so that all are printed. */
export function AllRuns({ year, runs }: Pick<YearCalendar, 'year' | 'runs'>) {
  const { t } = useTranslation();
  const days = useDays();
  const columns: Column<WheelRun>[] = [
    {
      ...{ key: 'run', head: t('year.calendar.column.run') },
      cell: ({ run, title, key }) => {
        const name = t('runs.name', { title, key });
        return run === undefined ? (
          name
        ) : (
          <Link to="/runs/$run" params={{ run }}>
            {name}
          </Link>
        );
      },
    },
    {
      ...{ key: 'opens', head: t('year.calendar.column.opens') },
      cell: ({ promised }) => <span className="nowrap">{days.day(promised.from)}</span>,
    },
    {
      ...{ key: 'planned', head: t('year.calendar.column.planned') },
      cell: ({ promised }) => t('year.calendar.window', { from: days.shortDay(promised.from), to: days.shortDay(promised.to) }),
    },
    {
      ...{ key: 'actual', head: t('year.calendar.column.actual') },
      cell: ({ actual, state }) => {
        if (actual === undefined) return <span className="quiet">{t('year.calendar.notYet')}</span>;
        if (isOver.includes(state)) return t('year.calendar.window', { from: days.shortDay(actual.from), to: days.shortDay(actual.to) });
        return t('year.calendar.stillOpen', { from: days.shortDay(actual.from) });
      },
    },
    {
      ...{ key: 'state', head: t('year.calendar.column.state') },
      cell: ({ state }) => (
        <State of={shapes[state]} quiet={state === 'doneLate'}>
          {t(`runState.${state}`)}
        </State>
      ),
    },
  ];
  return <Table caption={t('year.calendar.caption', { period: year.period })} columns={columns} rows={runs} keyOf={({ id }) => id} />;
}
