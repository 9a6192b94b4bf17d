import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskLine, TaskNumbers } from '../../../../domain/records/taskLine.ts';
import type { Query } from '../../data/client.ts';
import { taskNumbers } from '../../data/tasks.ts';
import { Card } from '../../parts/Card.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { ServerTable } from '../../parts/table/ServerTable.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import type { TasksSearch } from '../../routes/tasks.ts';
import { TaskFilters } from './TaskFilters.tsx';
import { useTaskColumns } from './taskColumns.tsx';

const route = getRouteApi('/tasks');

/** What is asked of everybody, however much it is, narrowed by what the address says. */
export function Tasks() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { data: numbers } = useSuspenseQuery(taskNumbers);
  return (
    <>
      <PageHead name={t('tasks.list.name')} title={newsOf(t, numbers)} under={t('tasks.list.under')} />
      <Card title={t('tasks.list.name')} hidden>
        <TaskFilters search={search} />
        <Suspense key={JSON.stringify(search)} fallback={<Waiting />}>
          <List search={search} />
        </Suspense>
      </Card>
    </>
  );
}

function newsOf(t: TFunction, { open, late }: TaskNumbers): string {
  if (open === 0) return t('tasks.list.none');
  if (late === 0) return t('tasks.list.calm', { count: open });
  return t('tasks.list.news', { open: t('tasks.list.open', { count: open }), late: t('tasks.list.late', { count: late }) });
}

/** In the words of the API; what is closed is no answer to what is asked, unless it is wanted. */
const queryOf = ({ state = 'open', overdue, person, ...rest }: TasksSearch): Query => ({
  ...rest,
  ...{ status: state === 'all' ? undefined : state, assignee: person },
  overdue: overdue === undefined ? undefined : String(overdue === 'yes'),
});

function List({ search }: { search: TasksSearch }) {
  const { t } = useTranslation();
  const columns = useTaskColumns();
  return (
    <ServerTable<TaskLine>
      path="/tasks"
      query={queryOf(search)}
      caption={t('tasks.list.caption')}
      columns={columns}
      keyOf={({ id }) => id}
      empty={<None isNarrowed={Object.keys(search).length > 0} />}
    />
  );
}

function None({ isNarrowed }: { isNarrowed: boolean }) {
  const { t } = useTranslation();
  if (isNarrowed)
    return (
      <p role="status">
        {t('tasks.list.noneLike')}{' '}
        <Link to="/tasks" search={{}}>
          {t('tasks.list.all')}
        </Link>
      </p>
    );
  return (
    <>
      <p className="strong">{t('tasks.list.noneYet')}</p>
      <p className="soft">
        {t('tasks.list.noneYetMore')} <Link to="/runs">{t('tasks.list.toRuns')}</Link>
      </p>
    </>
  );
}
