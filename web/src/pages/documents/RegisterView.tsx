import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentLine } from '../../../../domain/records/documentLine.ts';
import { Card } from '../../parts/Card.tsx';
import { Filter, Filters } from '../../parts/Filters.tsx';
import { Share } from '../../parts/Share.tsx';
import { State } from '../../parts/State.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { ServerTable } from '../../parts/table/ServerTable.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useDays } from '../../words/useDays.ts';
import { filters } from './search.ts';

const here = getRouteApi('/documents');

/** Every document with the version in force, its next review, and how many have acknowledged it. */
export function RegisterView() {
  const { t } = useTranslation();
  const search = here.useSearch();
  const navigate = here.useNavigate();
  const columns = useColumns();
  const { status, kind } = search;
  const set = (change: typeof search) => navigate({ search: { ...search, view: 'register', ...change }, replace: true });
  const isNarrowed = status !== undefined || kind !== undefined;
  return (
    <Card title={t('checks.documents.register.caption')} hidden>
      <Filters label={t('checks.documents.register.filter')}>
        <Filter
          label={t('checks.documents.register.status')}
          value={status}
          any={t('checks.documents.register.all')}
          options={filters.status.map((value) => ({ value, label: t(`checks.documents.status.${value}`) }))}
          onPick={(value) => set({ status: value })}
        />
        <Filter
          label={t('checks.documents.register.kind')}
          value={kind}
          any={t('checks.documents.register.all')}
          options={filters.kind.map((value) => ({ value, label: t(`checks.documents.kind.${value}`) }))}
          onPick={(value) => set({ kind: value })}
        />
      </Filters>
      <Suspense fallback={<Waiting lines={4} />}>
        <ServerTable<DocumentLine>
          path="/documents"
          query={{ status, kind }}
          caption={t('checks.documents.register.caption')}
          columns={columns}
          keyOf={({ id }) => id}
          empty={<p className="soft">{t(isNarrowed ? 'checks.documents.register.empty' : 'checks.documents.register.emptyAll')}</p>}
        />
      </Suspense>
    </Card>
  );
}

function useColumns(): Column<DocumentLine>[] {
  const { t } = useTranslation();
  const { day } = useDays();
  const head = (key: 'document' | 'owner' | 'version' | 'review' | 'acknowledged' | 'state') => ({
    key,
    head: t(`checks.documents.register.column.${key}`),
  });
  return [
    { ...head('document'), cell: (line) => <Title line={line} /> },
    { ...head('owner'), cell: ({ ownerName }) => ownerName },
    { ...head('version'), cell: (line) => <Version line={line} day={day} /> },
    {
      ...head('review'),
      cell: ({ nextReview, overdue }) => {
        if (nextReview === undefined) return '';
        return overdue ? <State of="late">{day(nextReview)}</State> : <span className="nowrap">{day(nextReview)}</span>;
      },
    },
    { ...head('acknowledged'), cell: (line) => <Acknowledged line={line} /> },
    { ...head('state'), cell: ({ status }) => stateOf(t, status) },
  ];
}

const stateOf = (t: TFunction, status: DocumentLine['status']) => (
  <State of={status === 'current' ? 'done' : status === 'draft' ? 'ahead' : 'superseded'}>{t(`checks.documents.status.${status}`)}</State>
);

function Title({ line: { id, title, kind } }: { line: DocumentLine }) {
  const { t } = useTranslation();
  return (
    <>
      <Link to="/documents/$id" params={{ id }}>
        {title}
      </Link>
      <div className="quiet">{`${id} · ${t(`checks.documents.kind.${kind}`)}`}</div>
    </>
  );
}

function Version({ line: { number, approvedOn, underWay }, day }: { line: DocumentLine; day(iso: string): string }) {
  const { t } = useTranslation();
  return (
    <>
      {number === undefined || approvedOn === undefined
        ? (number ?? <span className="quiet">{t('checks.documents.register.noVersion')}</span>)
        : t('checks.documents.register.inForce', { number, day: day(approvedOn) })}
      {underWay !== undefined && (
        <div className="quiet">
          {t('checks.documents.register.underWay', {
            number: underWay.number,
            status: t(`checks.documents.versionStatus.${underWay.status}`),
          })}
        </div>
      )}
    </>
  );
}

function Acknowledged({ line: { acknowledged, number } }: { line: DocumentLine }) {
  const { t } = useTranslation();
  if (acknowledged !== undefined)
    return (
      <Link to="/campaigns/$id" params={{ id: acknowledged.campaign }}>
        <Share n={acknowledged.answered} of={acknowledged.asked - acknowledged.dropped - acknowledged.excepted} />
      </Link>
    );
  return number === undefined ? '' : <span className="quiet">{t('checks.documents.register.notAsked')}</span>;
}
