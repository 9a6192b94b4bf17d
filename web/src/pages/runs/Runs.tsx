import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../data/queries.ts';
import { manages } from '../../data/rights.ts';
import { openRuns, processes, type RunLine, runsOf } from '../../data/runs.ts';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { Card } from '../../parts/Card.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { State } from '../../parts/State.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { LongTable } from '../../parts/table/LongTable.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useDays } from '../../words/useDays.ts';
import { RunFilters } from './RunFilters.tsx';
import css from './runs.module.css';

const route = getRouteApi('/runs');

/** All runs, the newest first, narrowed by process, state and period. */
export function Runs() {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  const { data: open } = useSuspenseQuery(openRuns);
  const count = open.items.length;
  return (
    <>
      <PageHead
        name={t('runs.list.name')}
        title={open.next === undefined ? t('runs.list.title', { count }) : t('runs.list.titleMany', { count })}
        under={t('runs.list.under')}
        acts={manages(who) && <ButtonLink to="/runs/start">{t('runs.list.start')}</ButtonLink>}
      />
      <Card title={t('runs.list.name')} hidden>
        <RunFilters />
        <Suspense fallback={<Waiting />}>
          <List />
        </Suspense>
      </Card>
    </>
  );
}

function List() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { data, hasNextPage, fetchNextPage } = useSuspenseInfiniteQuery(runsOf(search));
  const columns = useColumns();
  const rows = data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <None isFiltered={Object.keys(search).length > 0} />;
  return (
    <LongTable
      caption={t('runs.list.caption')}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      hasMore={hasNextPage}
      onMore={() => fetchNextPage()}
    />
  );
}

function None({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation();
  if (isFiltered)
    return (
      <p className={css.none}>
        {t('runs.list.noneFound')} <Link to="/runs">{t('runs.list.all')}</Link>
      </p>
    );
  return (
    <div className={css.none}>
      <p className="strong">{t('runs.list.none')}</p>
      <p className="soft">{t('runs.list.noneMore')}</p>
    </div>
  );
}

function useColumns(): Column<RunLine>[] {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const { data } = useSuspenseQuery(processes);
  const language = i18n.language === 'de' ? 'de' : 'en';
  const titles = new Map(data.items.map(({ key, title }) => [key, title[language]]));
  const day = (instant: string | undefined) => instant && <span className="nowrap">{days.date(instant)}</span>;
  return [
    {
      ...{ key: 'run', head: t('runs.list.column.run') },
      cell: ({ id, process, key }) => (
        <Link to="/runs/$run" params={{ run: id }} className={css.name}>
          {t('runs.name', { title: titles.get(process) ?? process, key })}
        </Link>
      ),
    },
    { key: 'state', head: t('runs.list.column.state'), cell: (run) => <Standing run={run} /> },
    {
      ...{ key: 'answered', head: t('runs.list.column.answered') },
      cell: ({ numbers }) =>
        numbers === undefined || numbers.asked === 0 ? (
          <span className="quiet">{t('runs.list.nothingAsked')}</span>
        ) : (
          t('runs.list.answered', { done: numbers.done, asked: numbers.asked })
        ),
    },
    { key: 'opened', head: t('runs.list.column.opened'), cell: ({ openedAt }) => day(openedAt) },
    { key: 'closed', head: t('runs.list.column.closed'), cell: ({ closedAt }) => day(closedAt) },
  ];
}

function Standing({ run: { status, outcome, numbers } }: { run: RunLine }) {
  const { t } = useTranslation();
  const late = numbers?.overdue ?? 0;
  if (status === 'cancelled') return <State of="superseded">{t('runs.list.state.cancelled')}</State>;
  if (status === 'closed' && outcome === 'incomplete')
    return (
      <State of="done" quiet>
        {t('runs.list.state.incomplete')}
      </State>
    );
  if (status === 'closed') return <State of="done">{t('runs.list.state.complete')}</State>;
  if (late > 0) return <State of="late">{t('runs.list.state.late', { count: late })}</State>;
  return <State of="onTime">{t('runs.list.state.open')}</State>;
}
