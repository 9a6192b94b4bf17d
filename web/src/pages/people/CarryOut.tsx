import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeparturePlan } from '../../../../domain/records/departurePlan.ts';
import { send } from '../../data/client.ts';
import type { Leaving } from '../../data/people.ts';
import { Card } from '../../parts/Card.tsx';
import { SentenceField } from '../../parts/recording/fields.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { wrongAt } from '../../parts/recording/refusals.ts';
import { useRecording } from '../../parts/recording/useRecording.ts';

/** The one command, with the reason that stands in the trail of all that moves. */
export function CarryOut({ plan, leaving }: { plan: DeparturePlan; leaving: Leaving }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const navigate = useNavigate();
  const recording = useRecording(
    (given: Leaving & { reason: string }, key) => send('POST', `/people/${encodeURIComponent(plan.person)}/departure`, given, key),
    () => navigate({ to: '/people/$person/leave', params: { person: plan.person }, replace: true }),
  );
  if (plan.problems.length > 0) return <p className="soft">{t('leave.first')}</p>;
  return (
    <Card title={t('leave.carryOut')}>
      <RecordForm recording={recording} act={t('leave.act')} onSubmit={() => recording.record({ ...leaving, reason })} shown={['reason']}>
        <SentenceField
          label={t('leave.reason')}
          help={t('leave.reasonHelp')}
          problem={wrongAt(recording.failure, 'reason')}
          value={reason}
          onChange={setReason}
        />
      </RecordForm>
    </Card>
  );
}
