import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentVersion, Document as Record } from '../../../../domain/records/document.ts';
import { useBearings } from '../../data/bearings.ts';
import { useNames } from '../../data/names.ts';
import { session } from '../../data/queries.ts';
import { everyOf, record } from '../../data/records.ts';
import { readsTrail } from '../../data/rights.ts';
import { Card } from '../../parts/Card.tsx';
import { Crumb } from '../../parts/Crumb.tsx';
import grid from '../../parts/grid.module.css';
import { PageHead } from '../../parts/PageHead.tsx';
import { TrailButton } from '../../parts/TrailButton.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useDays } from '../../words/useDays.ts';
import { Acknowledgement } from './Acknowledgement.tsx';
import { FactsCard } from './FactsCard.tsx';
import { VersionsCard } from './VersionsCard.tsx';

const here = getRouteApi('/documents/$id');

/** One document: which version is in force, who approved it, when it is looked at again, and who has acknowledged it. */
export function Document() {
  const { t } = useTranslation();
  const { id } = here.useParams();
  const [{ data: document }, { data: versions }] = useSuspenseQueries({
    queries: [
      record<Record>(`/registers/documents/${encodeURIComponent(id)}`),
      everyOf<DocumentVersion>('/registers/documentVersions', { document: id }),
    ],
  });
  const { data: who } = useSuspenseQuery(session);
  const { today } = useBearings();
  const inForce = versions.find((version) => version.id === document.current);
  const name = useNames([inForce?.approvedBy?.person]);
  const { day } = useDays();
  const under = underOf(t, { document, inForce, approver: name(inForce?.approvedBy?.person), day, today });
  return (
    <>
      <PageHead
        name={id}
        title={document.title}
        above={<Crumb to="/documents" name={t('checks.documents.name')} id={id} />}
        under={under}
        acts={readsTrail(who) && <TrailButton subject={`documents/${id}`}>{t('checks.documents.one.trail')}</TrailButton>}
      />
      <div className={grid.wide}>
        <VersionsCard versions={versions} />
        <FactsCard document={document} />
      </div>
      {inForce !== undefined && (
        <Card title={t('checks.documents.one.acknowledged', { number: inForce.number })}>
          {inForce.campaign === undefined ? (
            <p className="soft">{t('checks.documents.one.notAsked')}</p>
          ) : (
            <Suspense fallback={<Waiting lines={3} />}>
              <Acknowledgement campaign={inForce.campaign} />
            </Suspense>
          )}
        </Card>
      )}
    </>
  );
}

type Under = {
  document: Record;
  inForce: DocumentVersion | undefined;
  approver: string;
  today: string;
  day(iso: string): string;
};

function underOf(t: TFunction, { document: { status, nextReview }, inForce, approver, day, today }: Under): string {
  if (status !== 'current' || inForce === undefined)
    return t(`checks.documents.one.under.${status === 'withdrawn' ? 'withdrawn' : 'draft'}`);
  const since = inForce.approvedAt === undefined ? '' : day(inForce.approvedAt);
  const current = t('checks.documents.one.under.current', { number: inForce.number, day: since, name: approver });
  if (nextReview === undefined) return current;
  return `${current} ${t(`checks.documents.one.under.${nextReview < today ? 'overdue' : 'review'}`, { day: day(nextReview) })}`;
}
