import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { CorrectiveLoop, NonconformityLine } from '../../../../domain/records/correctiveLoop.ts';
import { reportPage } from '../../data/addresses.ts';
import { session } from '../../data/queries.ts';
import { record } from '../../data/records.ts';
import { onlyLooks } from '../../data/rights.ts';
import { Card } from '../../parts/Card.tsx';
import { Filter, Filters } from '../../parts/Filters.tsx';
import grid from '../../parts/grid.module.css';
import { PageHead } from '../../parts/PageHead.tsx';
import { SelectField } from '../../parts/recording/fields.tsx';
import { ServerTable } from '../../parts/table/ServerTable.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useColumns } from './columns.tsx';
import { Overview } from './Overview.tsx';
import { filters } from './search.ts';

const here = getRouteApi('/nonconformities');

/** All nonconformities on one loop, and each with its age, where it stands, and what is asked. */
export function Nonconformities() {
  const { t } = useTranslation();
  const { data: loop } = useSuspenseQuery(record<CorrectiveLoop>('/nonconformities/loop'));
  const { data: who } = useSuspenseQuery(session);
  const { open, candidates, closed, oldest } = loop;
  const days = t('checks.nonconformities.days', { count: oldest?.ageDays ?? 0 });
  const under = t('checks.nonconformities.under', {
    candidates: t('checks.nonconformities.candidates', { count: candidates }),
    closed: t('checks.nonconformities.closed', { count: closed }),
  });
  return (
    <>
      <PageHead
        name={t('checks.nonconformities.name')}
        title={open === 0 ? t('checks.nonconformities.none') : t('checks.nonconformities.open', { count: open, days })}
        under={under}
        acts={
          !onlyLooks(who) && (
            <Button component="a" href={reportPage}>
              {t('checks.nonconformities.report')}
            </Button>
          )
        }
      />
      <div className={grid.stack}>
        <Overview loop={loop} />
        <OneByOne loop={loop} />
      </div>
    </>
  );
}

function OneByOne({ loop }: { loop: CorrectiveLoop }) {
  const { t } = useTranslation();
  const search = here.useSearch();
  const navigate = here.useNavigate();
  const columns = useColumns();
  const { status = 'open', ...others } = search;
  const isAll = status === 'all';
  const set = (change: typeof search) => navigate({ search: { ...search, ...change }, replace: true });
  const isNone = loop.open + loop.closed + loop.declined === 0;
  return (
    <Card title={t('checks.nonconformities.list.heading')}>
      <Filters label={t('checks.nonconformities.list.filter')}>
        <SelectField
          label={t('checks.nonconformities.list.status')}
          value={status}
          options={filters.status.map((value) => ({
            value,
            label: value === 'all' ? t('checks.nonconformities.list.all') : t(`checks.nonconformities.status.${value}`),
          }))}
          onChange={(value) => set({ status: value })}
        />
        <Filter
          label={t('checks.nonconformities.list.grade')}
          value={search.grade}
          any={t('checks.nonconformities.list.all')}
          options={filters.grade.map((value) => ({ value, label: t(`checks.nonconformities.grade.${value}`) }))}
          onPick={(grade) => set({ grade })}
        />
        <Filter
          label={t('checks.nonconformities.list.kind')}
          value={search.kind}
          any={t('checks.nonconformities.list.all')}
          options={filters.kind.map((value) => ({ value, label: t(`checks.nonconformities.kind.${value}`) }))}
          onPick={(kind) => set({ kind })}
        />
      </Filters>
      <Suspense fallback={<Waiting lines={4} />}>
        <ServerTable<NonconformityLine>
          path="/nonconformities"
          query={{ ...others, ...(!isAll && { status }) }}
          caption={t('checks.nonconformities.list.caption')}
          columns={columns}
          keyOf={({ id }) => id}
          empty={<Empty isNone={isNone} />}
        />
      </Suspense>
    </Card>
  );
}

function Empty({ isNone }: { isNone: boolean }) {
  const { t } = useTranslation();
  return isNone ? (
    <p className="soft">
      {t('checks.nonconformities.list.emptyAll')} <a href={reportPage}>{t('checks.nonconformities.list.emptyStep')}</a>
    </p>
  ) : (
    <p className="soft">{t('checks.nonconformities.list.empty')}</p>
  );
}
