import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '../../../../domain/records/dashboard.ts';
import { dashboard, session } from '../../data/queries.ts';
import { manages } from '../../data/rights.ts';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { Card } from '../../parts/Card.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Wheel } from '../../wheel/Wheel.tsx';
import { type Days, useDays } from '../../words/useDays.ts';
import { Ahead } from './Ahead.tsx';
import { BeginningCard } from './BeginningCard.tsx';
import css from './cockpit.module.css';
import { HeatMapCard } from './HeatMapCard.tsx';
import { HonestyCard } from './HonestyCard.tsx';
import { LateCard } from './LateCard.tsx';
import { RunTable } from './RunTable.tsx';
import { TrendCard } from './TrendCard.tsx';
import { UnreachedCard } from './UnreachedCard.tsx';
import { WheelKey } from './WheelKey.tsx';

/** The wheel with this year's runs around it, what is late and why, and what comes next. */
export function Cockpit() {
  const { t } = useTranslation();
  const days = useDays();
  const { data } = useSuspenseQuery(dashboard);
  const { data: who } = useSuspenseQuery(session);
  const navigate = useNavigate();
  const goTo = (run: string) => navigate({ to: '/runs/$run', params: { run } });
  return (
    <>
      <PageHead
        name={t('cockpit.title')}
        title={newsOf(t, data)}
        under={underOf(t, data, days)}
        acts={manages(who) && data.beginning === undefined && <ButtonLink to="/runs/start">{t('cockpit.start')}</ButtonLink>}
      />
      <div className={css.top}>
        <Card title={t('wheel.heading')} hidden className={css.wheel ?? ''}>
          <Wheel {...data} onOpen={goTo} />
          <WheelKey />
          <RunTable year={data.year} runs={data.runs} />
        </Card>
        <div className={css.side}>
          {data.beginning !== undefined && <BeginningCard steps={data.beginning} />}
          {(data.beginning === undefined || data.late.length > 0) && <LateCard late={data.late} lateTasks={data.lateTasks} />}
        </div>
      </div>
      <div className={css.three}>
        <HeatMapCard map={data.heatMap} moved={data.moved} />
        <TrendCard quarters={data.onTime} />
        <UnreachedCard people={data.unreached} />
      </div>
      <div className={css.two}>
        <Ahead coming={data.coming} today={data.today} />
        <HonestyCard honesty={data.honesty} />
      </div>
    </>
  );
}

/** The news in a sentence. */
function newsOf(t: TFunction, { lateTasks, runs, beginning }: Dashboard): string {
  const missing = runs.filter(({ state }) => state === 'missing').length;
  const said = [
    ...(lateTasks > 0 ? [t('cockpit.late', { count: lateTasks })] : []),
    ...(missing > 0 ? [t('cockpit.missing', { count: missing })] : []),
  ];
  const [one, other] = said;
  if (one === undefined) return t(beginning === undefined ? 'cockpit.calm' : 'cockpit.ready');
  return t('cockpit.turns', { what: other === undefined ? one : t('cockpit.and', { one, other }) });
}

function underOf(t: TFunction, { organization, year, today, runs, cycle }: Dashboard, days: Days): string {
  const count = (...states: string[]) => runs.filter(({ state }) => states.includes(state)).length;
  const counts = t('cockpit.counts', {
    count: runs.length,
    closed: count('done', 'doneLate'),
    open: count('onTime', 'soon', 'late', 'escalated'),
    ahead: count('ahead'),
  });
  const said = t('cockpit.under', { organization, period: year.period, day: days.longDay(today), counts });
  return cycle === undefined ? `${said} ${t('cockpit.noPlan')}.` : said;
}
