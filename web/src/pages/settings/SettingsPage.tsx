import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../data/queries.ts';
import { manages } from '../../data/rights.ts';
import { criteriaInForce, settings as settingsQuery } from '../../data/setUp.ts';
import { Card } from '../../parts/Card.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import layout from '../../parts/page.module.css';
import { useDays } from '../../words/useDays.ts';
import { CriteriaShown } from './CriteriaShown.tsx';
import type { SettingsPart } from './parts.ts';
import { LaddersShown, MailShown, OrganizationShown, SitesShown, WorkingTimeShown } from './SettingsShown.tsx';

/** How the organization works: what it is, and what a change of it would affect. */
export function SettingsPage() {
  const { t } = useTranslation();
  const days = useDays();
  const { data } = useSuspenseQuery(settingsQuery);
  const { data: criteria } = useSuspenseQuery(criteriaInForce);
  const title = t('settings.news', { name: data.organization, version: data.version, day: days.shortDay(data.updatedAt) });
  return (
    <>
      <PageHead name={t('settings.title')} title={title} under={t('settings.under')} />
      <div className={layout.two}>
        <div className={layout.stack}>
          <Part part="organization">
            <OrganizationShown settings={data} />
          </Part>
          <Part part="workingTime">
            <WorkingTimeShown settings={data} />
          </Part>
          <Part part="sites">
            <SitesShown settings={data} />
          </Part>
          <Part part="mail">
            <MailShown settings={data} />
          </Part>
        </div>
        <div className={layout.stack}>
          <Part part="ladders">
            <LaddersShown settings={data} />
          </Part>
          <Part part="criteria">
            <CriteriaShown criteria={criteria} />
          </Part>
        </div>
      </div>
    </>
  );
}

function Part({ part, children }: { part: SettingsPart; children: ReactNode }) {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  const name = t(`settings.part.${part}`);
  return (
    <Card
      title={name}
      aside={
        manages(who) && (
          <Link to="/settings/$part" params={{ part }} aria-label={t('settings.changePart', { part: name })}>
            {t('settings.change')}
          </Link>
        )
      }
    >
      {children}
      <p className={`small soft ${layout.more}`}>{t(`settings.affects.${part}`)}</p>
    </Card>
  );
}
