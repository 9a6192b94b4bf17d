import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../../../domain/records/nonconformity.ts';
import { useNames } from '../../data/names.ts';
import { useProcessTitle } from '../../data/processTitle.ts';
import { everyOf } from '../../data/records.ts';
import { Card } from '../../parts/Card.tsx';
import list from '../../parts/plain.module.css';
import { RunLink } from '../../parts/RunLink.tsx';
import { useDays } from '../../words/useDays.ts';

/** What runs have proposed to do about a record, and what became of it. */
export function ProposalsCard({ about }: { about: string }) {
  const { t } = useTranslation();
  const { date } = useDays();
  const { data } = useSuspenseQuery(everyOf<Proposal>('/registers/proposals', { about }));
  const nameOf = useNames(data.map(({ to }) => to));
  const newest = [...data].sort((a, b) => (a.proposedAt < b.proposedAt ? 1 : -1));
  const titleOf = useProcessTitle();
  if (newest.length === 0) return null;
  return (
    <Card title={t('registers.proposals.title')}>
      <ul className={list.plain}>
        {newest.map(({ id, process, run, reason, to, proposedAt, status, answer }) => (
          <li key={id}>
            <p>
              <RunLink run={run}>{titleOf(process)}</RunLink>,{' '}
              {t(`registers.proposals.${status}`, { name: nameOf(to), day: date(proposedAt) })}
            </p>
            <p className="soft">{answer ?? reason}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
