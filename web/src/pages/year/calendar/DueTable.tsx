import { useTranslation } from 'react-i18next';
import type { MonthOfTasks, YearCalendar } from '../../../../../domain/records/yearCalendar.ts';
import { State } from '../../../parts/State.tsx';
import type { Column } from '../../../parts/table/columns.ts';
import { Table } from '../../../parts/table/Table.tsx';
import { monthsOf } from '../../../wheel/days.ts';
import css from './calendar.module.css';

type Line = { id: string; name: string; months: readonly MonthOfTasks[] };
type Props = { calendar: YearCalendar; by: 'process' | 'person' };

const sumOf = (months: readonly MonthOfTasks[]): MonthOfTasks =>
  months.reduce((sum, { due, answered, late }) => ({ due: sum.due + due, answered: sum.answered + answered, late: sum.late + late }), {
    due: 0,
    answered: 0,
    late: 0,
  });

/** How many tasks are due in each month, of which how many are late. */
export function DueTable({ calendar, by }: Props) {
  const { t, i18n } = useTranslation();
  const { year, processes, people, morePeople } = calendar;
  const lines: Line[] = by === 'process' ? processes.map(({ process, title, months }) => ({ id: process, name: title, months })) : people;
  if (lines.length === 0) return <p className="soft">{t('year.calendar.dueNone')}</p>;
  const columns: Column<Line>[] = [
    { key: 'name', head: t(by === 'process' ? 'year.calendar.byProcess' : 'year.calendar.byPerson'), cell: ({ name }) => name },
    ...monthsOf(year.from, year.to, i18n.language).map(
      ({ name }, n): Column<Line> => ({ key: String(n), head: name, numeric: true, cell: ({ months }) => <Count of={months[n]} /> }),
    ),
    { key: 'sum', head: t('year.calendar.sum'), numeric: true, cell: ({ months }) => <Sum of={sumOf(months)} /> },
  ];
  return (
    <div className={css.due}>
      <Table caption={t('year.calendar.dueCaption', { period: year.period })} columns={columns} rows={lines} keyOf={({ id }) => id} />
      {by === 'person' && morePeople > 0 && <p className="small quiet">{t('year.calendar.morePeople', { count: morePeople })}</p>}
    </div>
  );
}

/** Nothing where nothing is due. */
function Count({ of }: { of: MonthOfTasks | undefined }) {
  const { t } = useTranslation();
  if (of === undefined || of.due === 0) return null;
  return (
    <>
      {of.due} {of.late > 0 && <State of="late">{t('year.calendar.lateOf', { count: of.late })}</State>}
    </>
  );
}

function Sum({ of: { due, answered } }: { of: MonthOfTasks }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="strong">{due}</span> <span className="small quiet">{t('year.calendar.answeredOf', { count: answered })}</span>
    </>
  );
}
