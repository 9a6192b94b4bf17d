import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SpokenEntry } from '../../../../domain/records/trail.ts';
import { Problem } from '../../data/client.ts';
import { listOf } from '../../data/lists.ts';
import { Card } from '../../parts/Card.tsx';
import { LongTable } from '../../parts/table/LongTable.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useColumns } from './columns.tsx';
import { FilterForm } from './FilterForm.tsx';
import css from './trail.module.css';
import { fileName } from './VerifyCard.tsx';

const here = getRouteApi('/trail');

const pageSize = 100;
const mostInFile = 500;

/** The entries that somebody wants to see, with what they are narrowed by. */
export function EntriesCard() {
  const { t } = useTranslation();
  const search = here.useSearch();
  const { subject, order } = search;
  // Of one chain, the first entry comes first; of everything, the last.
  const asked = { ...search, order: order ?? (subject === undefined ? 'newest' : 'oldest') };
  return (
    <Card title={t('checks.trail.list.heading')} aside={subject !== undefined && <ChainFile subject={subject} />}>
      <FilterForm key={JSON.stringify(search)} search={search} order={asked.order} />
      <Entries asked={asked} />
    </Card>
  );
}

function ChainFile({ subject }: { subject: string }) {
  const { t } = useTranslation();
  return (
    <a href={`/api/v1/trail?subject=${encodeURIComponent(subject)}&limit=${mostInFile}`} download={`${fileName(subject)}.json`}>
      {t('checks.trail.verify.entriesFile')}
    </a>
  );
}

function Entries({ asked }: { asked: Record<string, string | undefined> }) {
  const { t } = useTranslation();
  const { data, error, isPending, hasNextPage, fetchNextPage } = useInfiniteQuery(
    listOf<SpokenEntry>('/trail', { ...asked, limit: pageSize }),
  );
  const columns = useColumns();
  if (error !== null)
    return (
      <p role="alert" className={css.failed}>
        {t('checks.trail.filter.failed', { why: whyOf(t, error) })}
      </p>
    );
  if (isPending) return <Waiting />;
  const rows = data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <p className="soft">{t('checks.trail.list.empty')}</p>;
  const more = () => {
    void fetchNextPage();
  };
  return (
    <LongTable
      caption={t('checks.trail.list.caption')}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      hasMore={hasNextPage}
      onMore={more}
    />
  );
}

function whyOf(t: TFunction, error: Error): string {
  if (!(error instanceof Problem)) return t('checks.trail.verify.away');
  return error.errors.some(({ path }) => path === 'by') ? t('checks.trail.filter.nobody') : error.message;
}
