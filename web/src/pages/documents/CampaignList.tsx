import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Campaign, CampaignProgress } from '../../../../domain/records/campaign.ts';
import { useBearings } from '../../data/bearings.ts';
import { record } from '../../data/records.ts';
import { Card } from '../../parts/Card.tsx';
import type { Shape } from '../../parts/Icon.tsx';
import { Share } from '../../parts/Share.tsx';
import { State } from '../../parts/State.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { ServerTable } from '../../parts/table/ServerTable.tsx';
import { useDays } from '../../words/useDays.ts';

const shapes: Record<Campaign['status'], Shape> = {
  draft: 'ahead',
  running: 'onTime',
  answered: 'done',
  closed: 'done',
  cancelled: 'superseded',
};

export const progressOf = (campaign: string) => record<CampaignProgress>(`/campaigns/${encodeURIComponent(campaign)}`);

/** How many were to answer: whoever is excepted or not asked any more is none of them. */
export const toAnswer = ({ asked, excepted, dropped }: Pick<CampaignProgress, 'asked' | 'excepted' | 'dropped'>): number =>
  asked - excepted - dropped;

/** What is asked of many, and how far it is. */
export function CampaignList() {
  const { t } = useTranslation();
  const days = useDays();
  const { today } = useBearings();
  const head = (key: 'campaign' | 'kind' | 'due' | 'answered' | 'missing' | 'state') => ({
    key,
    head: t(`checks.documents.campaigns.column.${key}`),
  });
  const columns: Column<Campaign>[] = [
    { ...head('campaign'), cell: ({ id, title }) => <Title id={id} title={title} /> },
    { ...head('kind'), cell: ({ kind }) => t(`checks.documents.campaigns.kind.${kind}`) },
    {
      ...head('due'),
      cell: ({ due }) =>
        due === undefined ? (
          <span className="quiet">{t('checks.documents.campaigns.noDue')}</span>
        ) : (
          <span className="nowrap">{days.day(due)}</span>
        ),
    },
    { ...head('answered'), cell: ({ id }) => <Answered campaign={id} /> },
    { ...head('missing'), cell: ({ id }) => <Missing campaign={id} /> },
    { ...head('state'), cell: (campaign) => <Standing campaign={campaign} today={today} /> },
  ];
  return (
    <Card title={t('checks.documents.campaigns.caption')} hidden>
      <ServerTable<Campaign>
        path="/registers/campaigns"
        query={{}}
        caption={t('checks.documents.campaigns.caption')}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<p className="soft">{t('checks.documents.campaigns.empty')}</p>}
      />
    </Card>
  );
}

const Title = ({ id, title }: { id: string; title: string }) => (
  <>
    <Link to="/campaigns/$id" params={{ id }}>
      {title}
    </Link>
    <div className="quiet">{id}</div>
  </>
);

function Answered({ campaign }: { campaign: string }) {
  const { data } = useQuery(progressOf(campaign));
  return data === undefined ? '…' : <Share n={data.answered} of={toAnswer(data)} />;
}

function Missing({ campaign }: { campaign: string }) {
  const { i18n } = useTranslation();
  const { data } = useQuery(progressOf(campaign));
  return data === undefined ? '…' : new Intl.NumberFormat(i18n.language).format(data.missing);
}

function Standing({ campaign: { status, due }, today }: { campaign: Campaign; today: string }) {
  const { t } = useTranslation();
  const isLate = status === 'running' && due !== undefined && due < today;
  return <State of={isLate ? 'late' : shapes[status]}>{t(`checks.documents.campaigns.status.${status}`)}</State>;
}
