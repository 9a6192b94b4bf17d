import { useTranslation } from 'react-i18next';
import type { ManagementReview } from '../../../../domain/records/managementReview.ts';
import { Card } from '../../parts/Card.tsx';
import { Prose } from '../../parts/Facts.tsx';
import { State } from '../../parts/State.tsx';

/** What was written down, and whether top management has approved it. */
export function MinutesCard({ review: { minutes, approvedAt } }: { review: ManagementReview }) {
  const { t } = useTranslation();
  const isWritten = minutes !== undefined && minutes !== '';
  return (
    <Card
      title={t('checks.reviews.one.minutes')}
      aside={isWritten && approvedAt === undefined && <State of="ahead">{t('checks.reviews.one.unapproved')}</State>}
    >
      {isWritten ? <Prose>{minutes}</Prose> : <p className="soft">{t('checks.reviews.one.noMinutes')}</p>}
    </Card>
  );
}
