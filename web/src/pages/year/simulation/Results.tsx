import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Simulation } from '../../../../../domain/records/preview.ts';
import { processes } from '../../../data/runs.ts';
import { Card } from '../../../parts/Card.tsx';
import { State } from '../../../parts/State.tsx';
import type { Column } from '../../../parts/table/columns.ts';
import { LongTable } from '../../../parts/table/LongTable.tsx';
import { Table } from '../../../parts/table/Table.tsx';
import { monthsOf } from '../../../wheel/days.ts';
import { useDays } from '../../../words/useDays.ts';
import css from './simulation.module.css';

type BusyDay = Simulation['busy'][number];
type Load = Simulation['people'][number];
type Opening = Simulation['runs'][number];

const noMore = () => {};

/** Days from which on somebody has more open than is fine. */
export function Busy({ busy, limit }: { busy: readonly BusyDay[]; limit: number }) {
  const { t } = useTranslation();
  const days = useDays();
  const columns: Column<BusyDay>[] = [
    { key: 'who', head: t('year.simulation.column.who'), cell: ({ name }) => name },
    { key: 'day', head: t('year.simulation.column.day'), cell: ({ day }) => days.day(day) },
    {
      ...{ key: 'open', head: t('year.simulation.column.open'), numeric: true as const },
      cell: ({ open }) => <State of="soon">{open}</State>,
    },
  ];
  return (
    <Card title={t('year.simulation.busy')}>
      {busy.length === 0 ? (
        <p className="soft">{t('year.simulation.busyNone', { limit })}</p>
      ) : (
        <>
          <p className={css.said}>{t('year.simulation.busySaid', { count: busy.length, limit })}</p>
          <LongTable
            caption={t('year.simulation.busyCaption')}
            columns={columns}
            rows={busy}
            keyOf={({ day, person }) => `${day} ${person}`}
            hasMore={false}
            onMore={noMore}
          />
        </>
      )}
    </Card>
  );
}

/** Which runs would open, and how much they would ask. */
export function Openings({ runs }: { runs: readonly Opening[] }) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const { data } = useSuspenseQuery(processes);
  const language = i18n.language === 'de' ? 'de' : 'en';
  const titles = new Map(data.items.map(({ key, title }) => [key, title[language]]));
  const columns: Column<Opening>[] = [
    {
      ...{ key: 'run', head: t('year.simulation.column.run') },
      cell: ({ process, period }) => t('runs.name', { title: titles.get(process) ?? process, key: period }),
    },
    { key: 'day', head: t('year.simulation.column.day'), cell: ({ day }) => days.day(day) },
    { key: 'tasks', head: t('year.simulation.column.tasks'), numeric: true, cell: ({ tasks }) => tasks },
    { key: 'people', head: t('year.simulation.column.people'), numeric: true, cell: ({ people }) => people },
  ];
  return (
    <Card title={t('year.simulation.runs')}>
      {runs.length === 0 ? (
        <p className="soft">
          {t('year.simulation.runsNone')} <Link to="/schedules">{t('year.simulation.schedules')}</Link>
        </p>
      ) : (
        <Table
          caption={t('year.simulation.runsCaption')}
          columns={columns}
          rows={runs}
          keyOf={({ schedule, period }) => `${schedule} ${period}`}
        />
      )}
    </Card>
  );
}

/** Everybody who would be asked something, most first, with the months in which it opens. */
export function Loads({ people, year }: { people: readonly Load[]; year: number }) {
  const { t, i18n } = useTranslation();
  const months = monthsOf(`${year}-01-01`, `${year}-12-31`, i18n.language);
  const columns: Column<Load>[] = [
    { key: 'who', head: t('year.simulation.column.who'), cell: ({ name }) => name },
    { key: 'tasks', head: t('year.simulation.column.tasks'), numeric: true, cell: ({ tasks }) => <span className="strong">{tasks}</span> },
    { key: 'mails', head: t('year.simulation.column.mails'), numeric: true, cell: ({ mails }) => mails },
    ...months.map(
      ({ name }, n): Column<Load> => ({
        ...{ key: String(n), head: name, numeric: true as const },
        cell: ({ months: opened }) => (opened[n] === 0 ? null : opened[n]),
      }),
    ),
  ];
  return (
    <Card title={t('year.simulation.people')} className={css.next ?? ''}>
      {people.length === 0 ? (
        <p className="soft">{t('year.simulation.peopleNone')}</p>
      ) : (
        <LongTable
          caption={t('year.simulation.peopleCaption')}
          columns={columns}
          rows={people}
          keyOf={({ person }) => person}
          hasMore={false}
          onMore={noMore}
        />
      )}
    </Card>
  );
}
