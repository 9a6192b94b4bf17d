import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Process } from '../../../data/process.ts';
import { dashboard } from '../../../data/queries.ts';
import { processes } from '../../../data/runs.ts';
import { Card } from '../../../parts/Card.tsx';
import { PageHead } from '../../../parts/PageHead.tsx';
import { SelectField } from '../../../parts/recording/fields.tsx';
import { Waiting } from '../../../parts/Waiting.tsx';
import { PreviewCard } from './PreviewCard.tsx';
import css from './start.module.css';
import { opensByPeriod, periodsOf, scopesOf, subjectOf } from './subject.ts';

const route = getRouteApi('/runs/start');
const usual = 'riskReview';

/** What a run would ask of whom, before it is started. */
export function Start() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { data } = useSuspenseQuery(processes);
  const { data: seen } = useSuspenseQuery(dashboard);
  const offered = data.items.filter(opensByPeriod);
  const process = offered.find(({ key }) => key === (search.process ?? usual)) ?? offered[0];
  if (process === undefined) return null;
  const subject = subjectOf(process, search, seen.today);
  return (
    <>
      <PageHead name={t('runs.start.name')} title={t('runs.start.title')} under={t('runs.start.under')} />
      <div className={css.two}>
        <Choice offered={offered} process={process} subject={subject} today={seen.today} />
        <Suspense fallback={<Waiting />}>
          <PreviewCard key={JSON.stringify([process.key, subject])} process={process} subject={subject} />
        </Suspense>
      </div>
    </>
  );
}

type Props = { offered: readonly Process[]; process: Process; subject: { period: string; scope?: string }; today: string };

function Choice({ offered, process, subject, today }: Props) {
  const { t, i18n } = useTranslation();
  const navigate = route.useNavigate();
  const language = i18n.language === 'de' ? 'de' : 'en';
  const choose = (changed: { process?: string; period?: string; scope?: string }) =>
    navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
  const named = offered
    .map(({ key, title }) => ({ value: key, label: title[language] }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  const scopes = scopesOf(process);
  return (
    <Card title={t('runs.start.what')}>
      <div className={css.fields}>
        <SelectField
          label={t('runs.start.process')}
          value={process.key}
          // Another process has other periods.
          onChange={(value) => navigate({ search: { process: value }, replace: true, resetScroll: false })}
          options={named}
        />
        <SelectField
          label={t('runs.start.period')}
          value={subject.period}
          onChange={(value) => choose({ period: value })}
          options={periodsOf(process, today).map((value) => ({ value, label: value }))}
        />
        {scopes.length > 0 && (
          <SelectField
            label={t('runs.start.scope')}
            value={subject.scope ?? ''}
            onChange={(value) => choose({ scope: value })}
            options={scopes.map((value) => ({ value, label: isKnown(value) ? t(`runs.start.scopes.${value}`) : value }))}
          />
        )}
      </div>
      <p className="small quiet">{t('runs.start.others')}</p>
    </Card>
  );
}

const known = ['due', 'all', 'frequent'] as const;
const isKnown = (scope: string): scope is (typeof known)[number] => known.some((one) => one === scope);
