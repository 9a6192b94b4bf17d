import { useTranslation } from 'react-i18next';
import type { Scope } from '../../../../domain/records/context.ts';
import { useNames } from '../../data/names.ts';
import { Card } from '../../parts/Card.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import { useDays } from '../../words/useDays.ts';
import css from './context.module.css';

/** What the ISMS is for: the scope that is approved, and a draft that waits for it. */
export function ScopeCard({ scopes }: { scopes: readonly Scope[] }) {
  const { t } = useTranslation();
  const { date } = useDays();
  const newest = [...scopes].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  const approved = newest.find(({ status }) => status === 'approved');
  const draft = newest.find(({ status }) => status === 'draft');
  const nameOf = useNames([approved?.approvedBy?.person]);
  return (
    <Card title={t('registers.scope.title')}>
      {approved === undefined ? (
        <p className="soft">{t('registers.scope.none')}</p>
      ) : (
        <>
          <p className={css.text}>{approved.text}</p>
          <p className="small quiet">
            {approved.id}
            {approved.approvedAt !== undefined &&
              `, ${t('registers.scope.approved', { name: nameOf(approved.approvedBy?.person), day: date(approved.approvedAt) })}`}
          </p>
        </>
      )}
      {draft !== undefined && (
        <details className={css.ended}>
          <summary>{t('registers.scope.draft', { id: draft.id })}</summary>
          <p className={css.text}>{draft.text}</p>
          {draft.run !== undefined && (
            <p className="small">
              <RunLink run={draft.run} />
            </p>
          )}
        </details>
      )}
    </Card>
  );
}
