import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AuditFinding, Audit as Record } from '../../../../domain/records/audit.ts';
import { useBearings } from '../../data/bearings.ts';
import { session } from '../../data/queries.ts';
import { readsTrail } from '../../data/rights.ts';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { Card } from '../../parts/Card.tsx';
import { Crumb } from '../../parts/Crumb.tsx';
import grid from '../../parts/grid.module.css';
import { PageHead } from '../../parts/PageHead.tsx';
import { TrailButton } from '../../parts/TrailButton.tsx';
import { type Days, useDays } from '../../words/useDays.ts';
import { isPast } from './AuditState.tsx';
import css from './audits.module.css';
import { auditOf, findingsOf } from './data.ts';
import { FindingsCard } from './FindingsCard.tsx';
import { PlanCard } from './PlanCard.tsx';
import { ReportCard } from './ReportCard.tsx';
import { ScopeCard } from './ScopeCard.tsx';

const here = getRouteApi('/audits/$id');

/** One audit: how far it is, what it is about and by whom, what it found, and what it says. */
export function Audit() {
  const { t } = useTranslation();
  const days = useDays();
  const { id } = here.useParams();
  const [{ data: audit }, { data: findings }] = useSuspenseQueries({ queries: [auditOf(id), findingsOf(id)] });
  const { data: who } = useSuspenseQuery(session);
  const { today } = useBearings();
  return (
    <>
      <PageHead
        name={id}
        title={audit.title}
        above={<Crumb to="/audits" name={t('checks.audits.name')} id={id} />}
        under={newsOf(t, { audit, findings, today, days })}
        acts={
          <>
            {audit.run !== undefined && (
              <ButtonLink to="/runs/$run" params={{ run: audit.run }} variant="default">
                {t('checks.audits.one.run')}
              </ButtonLink>
            )}
            {readsTrail(who) && <TrailButton subject={`audits/${id}`}>{t('checks.audits.one.trail')}</TrailButton>}
          </>
        }
      />
      <div className={grid.stack}>
        <Way status={audit.status} />
        <FindingsCard audit={audit} findings={findings} />
      </div>
      <div className={grid.two}>
        <ScopeCard audit={audit} />
        <div className={grid.stack}>
          <ReportCard audit={audit} />
          <PlanCard audit={audit} />
        </div>
      </div>
    </>
  );
}

type News = { audit: Record; findings: readonly AuditFinding[]; today: string; days: Days };

function newsOf(t: TFunction, { audit, findings, today, days }: News): string {
  const { day } = days;
  const told = (key: 'reported' | 'closed', at: string | undefined) => {
    const found = findings.filter(({ status }) => status !== 'withdrawn');
    const open = found.filter(({ status }) => status !== 'closed').length;
    const conclusion = t(`checks.audits.one.conclusion.${audit.conclusion ?? 'none'}`);
    return `${t(`checks.audits.one.news.${key}`, { day: at === undefined ? '' : day(at), conclusion })} ${t('checks.audits.one.found', { count: found.length, open })}`;
  };
  const from = day(audit.from);
  switch (audit.status) {
    case 'closed':
      return told('closed', audit.closedAt);
    case 'reported':
    case 'followUp':
      return told('reported', audit.reportedAt);
    case 'cancelled':
      return t('checks.audits.one.news.cancelled', { why: audit.notHeld ?? '' });
    case 'planned':
      return t(isPast(audit, today) ? 'checks.audits.one.news.planned_past' : 'checks.audits.one.news.planned', { from });
    default:
      return t(`checks.audits.one.news.${audit.status}`, { from });
  }
}

const stages = ['planned', 'prepared', 'fieldwork', 'reporting', 'reported', 'followUp', 'closed'] as const;

/** Through which stages it has come. */
function Way({ status }: { status: Record['status'] }) {
  const { t } = useTranslation();
  const at = status === 'cancelled' ? 0 : stages.indexOf(status);
  return (
    <Card title={t('checks.audits.one.way')}>
      <ol className={css.way}>
        {stages.map((stage, n) => (
          <li
            key={stage}
            className={n < at || status === 'closed' ? css.passed : n === at ? css.here : undefined}
            aria-current={n === at ? 'step' : undefined}
          >
            {t(`checks.audits.one.stage.${stage}`)}
          </li>
        ))}
      </ol>
    </Card>
  );
}
