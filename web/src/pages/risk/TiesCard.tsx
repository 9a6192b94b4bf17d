import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RiskLevels } from '../../../../domain/records/riskLevels.ts';
import type { RiskTies } from '../../../../domain/records/riskTies.ts';
import { useProcessTitle } from '../../data/processTitle.ts';
import { session } from '../../data/queries.ts';
import { record } from '../../data/records.ts';
import { oversees } from '../../data/rights.ts';
import { Card } from '../../parts/Card.tsx';
import list from '../../parts/plain.module.css';
import { RunLink } from '../../parts/RunLink.tsx';
import { useDays } from '../../words/useDays.ts';

/** What else concerns the risk: what went wrong, what is to change, what asked about it, and where its controls stand in Annex A. */
export function TiesCard({ risk, levels }: { risk: string; levels: RiskLevels }) {
  const { t } = useTranslation();
  const { date } = useDays();
  const titleOf = useProcessTitle();
  const { data } = useSuspenseQuery(record<RiskTies>(`/risks/${encodeURIComponent(risk)}/ties`));
  const { nonconformities, findings, changes, runs } = data;
  const { data: who } = useSuspenseQuery(session);
  const numbers = [...new Set(levels.controls.flatMap(({ annexA }) => annexA))];
  const inAnnexA = numbers.map((number) => `A.${number}`).join(', ');
  if (nonconformities.length + findings.length + changes.length + runs.length + numbers.length === 0) return null;
  return (
    <Card title={t('registers.ties.title')}>
      <ul className={list.plain}>
        {nonconformities.map(({ id, title, status, about }) => (
          <li key={id}>
            <Link to="/nonconformities/$id" params={{ id }}>
              {id}
            </Link>{' '}
            {t(about === risk ? 'registers.ties.nonconformity' : 'registers.ties.nonconformityOf', {
              ...{ title, about, status: t(`checks.nonconformities.status.${status}`) },
            })}
          </li>
        ))}
        {findings.map(({ id, audit, criterion, status }) => (
          <li key={id}>
            <Link to="/audits/$id" params={{ id: audit }}>
              {audit}
            </Link>{' '}
            {t('registers.ties.finding', { criterion, status: t(`checks.audits.findingStatus.${status}`) })}
          </li>
        ))}
        {changes.map(({ id, title, status, run }) => (
          <li key={id}>
            {run === undefined ? id : <RunLink run={run}>{id}</RunLink>}{' '}
            {t('registers.ties.change', { title, status: t(`registers.ties.changeStatus.${status}`) })}
          </li>
        ))}
        {runs.map(({ id, process, key, isAsked, answeredAt }) => (
          <li key={id}>
            <RunLink run={id}>{t('runs.name', { title: titleOf(process), key })}</RunLink>
            {isAsked && t('registers.ties.asked')}
            {!isAsked && answeredAt !== undefined && t('registers.ties.answered', { day: date(answeredAt) })}
          </li>
        ))}
        {numbers.length > 0 && (
          <li>
            {oversees(who) ? <Link to="/statement">{inAnnexA}</Link> : inAnnexA} {t('registers.ties.statement')}
          </li>
        )}
      </ul>
    </Card>
  );
}
