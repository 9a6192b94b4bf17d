import { useSuspenseQueries } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CampaignProgress, Campaign as Record } from '../../../../domain/records/campaign.ts';
import { record } from '../../data/records.ts';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { Card } from '../../parts/Card.tsx';
import { Crumb } from '../../parts/Crumb.tsx';
import { Facts, Prose } from '../../parts/Facts.tsx';
import grid from '../../parts/grid.module.css';
import { PageHead } from '../../parts/PageHead.tsx';
import { useDays } from '../../words/useDays.ts';
import { Acknowledgement } from './Acknowledgement.tsx';
import { progressOf, toAnswer } from './CampaignList.tsx';

const here = getRouteApi('/campaigns/$id');

/** What is asked of many: what, how far it is, and who is missing. */
export function Campaign() {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const { id } = here.useParams();
  const [{ data: campaign }, { data: progress }] = useSuspenseQueries({
    queries: [record<Record>(`/registers/campaigns/${encodeURIComponent(id)}`), progressOf(id)],
  });
  const due = progress.due === undefined ? '' : days.day(progress.due);
  return (
    <>
      <PageHead
        name={id}
        title={titleOf(t, progress, i18n.language)}
        above={<Crumb to="/documents" name={t('checks.documents.views.acknowledgement')} id={id} />}
        under={t(`checks.documents.campaign.under.${progress.status === 'answered' ? 'running' : progress.status}`, { day: due })}
        acts={
          campaign.run !== undefined && (
            <ButtonLink to="/runs/$run" params={{ run: campaign.run }} variant="default">
              {t('checks.documents.campaign.run')}
            </ButtonLink>
          )
        }
      />
      <div className={grid.wide}>
        <Card title={t('checks.documents.campaign.missing')}>
          <Acknowledgement campaign={id} />
        </Card>
        <Card title={t('checks.documents.campaign.asks')}>
          <Prose>{campaign.text}</Prose>
          <Facts facts={[{ name: t('checks.documents.campaign.control'), said: campaign.control }]} />
        </Card>
      </div>
    </>
  );
}

function titleOf(t: TFunction, progress: CampaignProgress, language: string): string {
  const { title, status, missing, answered } = progress;
  const figure = (count: number) => new Intl.NumberFormat(language).format(count);
  const of = figure(toAnswer(progress));
  if (status === 'draft' || progress.asked === 0) return t('checks.documents.campaign.title.draft', { title });
  if (missing === 0) return t('checks.documents.campaign.title.all', { title, of });
  if (status === 'running') return t('checks.documents.campaign.title.running', { count: missing, missing: figure(missing), title, of });
  return t('checks.documents.campaign.title.closed', { title, answered: figure(answered), of });
}
