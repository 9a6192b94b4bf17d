import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../data/queries.ts';
import { oversees } from '../../data/rights.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { Views } from '../../parts/Views.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { CampaignList } from './CampaignList.tsx';
import { ChecklistView } from './ChecklistView.tsx';
import { RegisterView } from './RegisterView.tsx';
import { RolloutList } from './RolloutList.tsx';
import { views } from './search.ts';

const here = getRouteApi('/documents');

/** What has to be documented, the documents, who has acknowledged them, and how far rollouts are. */
export function Documents() {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  // What has to be documented is for whoever oversees the ISMS.
  const offered = oversees(who) ? views : views.slice(1);
  const { view: asked } = here.useSearch();
  const view = asked !== undefined && offered.includes(asked) ? asked : offered[0];
  const tabs = (
    <Views label={t('checks.documents.views.label')}>
      {offered.map((one) => (
        <Link key={one} to="/documents" search={{ view: one }} aria-current={one === view ? 'page' : undefined}>
          {t(`checks.documents.views.${one}`)}
        </Link>
      ))}
    </Views>
  );
  if (view === 'checklist') return <ChecklistView tabs={tabs} />;
  const key = view ?? 'register';
  return (
    <>
      <PageHead name={t('checks.documents.name')} title={t(`checks.documents.title.${key}`)} under={t(`checks.documents.under.${key}`)} />
      {tabs}
      <Suspense fallback={<Waiting />}>
        {key === 'register' ? <RegisterView /> : key === 'acknowledgement' ? <CampaignList /> : <RolloutList />}
      </Suspense>
    </>
  );
}
