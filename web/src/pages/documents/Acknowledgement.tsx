import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignProgress } from '../../../../domain/records/campaign.ts';
import type { TaskLine } from '../../../../domain/records/taskLine.ts';
import { Due } from '../../parts/Due.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { Share } from '../../parts/Share.tsx';
import { State } from '../../parts/State.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { ServerTable } from '../../parts/table/ServerTable.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useDays } from '../../words/useDays.ts';
import { progressOf, toAnswer } from './CampaignList.tsx';
import css from './documents.module.css';

/** So many of so many, and of those who are missing every one: read on as somebody scrolls. */
export function Acknowledgement({ campaign }: { campaign: string }) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(progressOf(campaign));
  return (
    <>
      <Counts progress={data} />
      {data.status === 'running' && data.run !== undefined ? (
        <Suspense fallback={<Waiting lines={3} />}>
          <Missing run={data.run} missing={data.missing} />
        </Suspense>
      ) : (
        <p className="soft">
          {t(data.missing === 0 ? 'checks.documents.campaign.missingNone' : 'checks.documents.campaign.missingClosed')}
        </p>
      )}
    </>
  );
}

function Counts({ progress }: { progress: CampaignProgress }) {
  const { t, i18n } = useTranslation();
  const figure = (count: number) => new Intl.NumberFormat(i18n.language).format(count);
  const counted = (['missing', 'excepted', 'dropped', 'asked'] as const).map((key) => ({
    name: t(`checks.documents.campaign.fact.${key}`),
    said: figure(progress[key]),
  }));
  return (
    <div className={css.counts}>
      <Facts
        facts={[
          { name: t('checks.documents.campaign.fact.answered'), said: <Share n={progress.answered} of={toAnswer(progress)} /> },
          ...counted,
        ]}
      />
    </div>
  );
}

function Missing({ run, missing }: { run: string; missing: number }) {
  const { t } = useTranslation();
  const days = useDays();
  const head = (key: 'who' | 'due' | 'state') => ({ key, head: t(`checks.documents.campaign.column.${key}`) });
  const columns: Column<TaskLine>[] = [
    { ...head('who'), cell: ({ assigneeName }) => assigneeName },
    { ...head('due'), cell: ({ due, zone }) => <span className="nowrap">{days.day(due, zone)}</span> },
    { ...head('state'), cell: (task) => <Standing task={task} /> },
  ];
  return (
    <ServerTable<TaskLine>
      path="/tasks"
      query={{ run, status: 'open' }}
      total={missing}
      caption={t('checks.documents.campaign.missingCaption')}
      columns={columns}
      keyOf={({ id }) => id}
      empty={<p className="soft">{t('checks.documents.campaign.missingNone')}</p>}
    />
  );
}

function Standing({ task }: { task: TaskLine }) {
  const { t } = useTranslation();
  return (
    <>
      <Due task={task} />
      {task.undeliverable && (
        <div>
          <State of="refused">{t('checks.documents.campaign.undeliverable')}</State>
        </div>
      )}
    </>
  );
}
