import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DeparturePlan } from '../../../../domain/records/departurePlan.ts';
import { send } from '../../data/client.ts';
import type { Leaving } from '../../data/people.ts';
import { useRecording } from '../../data/recording.ts';
import { Card } from '../../parts/Card.tsx';
import { SentenceField } from '../../parts/recording/fields.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { useDraft } from '../../parts/recording/useDraft.ts';

/** The one command, with the reason that stands in the trail of all that moves. */
export function CarryOut({ plan, leaving }: { plan: DeparturePlan; leaving: Leaving }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const recording = useRecording(
    (given: Leaving & { reason: string }, key) => send('POST', `/people/${encodeURIComponent(plan.person)}/departure`, given, key),
    () => navigate({ to: '/people/$person/leave', params: { person: plan.person }, replace: true }),
  );
  const { draft, of } = useDraft({ reason: '' }, recording.failure);
  if (plan.problems.length > 0) return <p className="soft">{t('leave.first')}</p>;
  return (
    <Card title={t('leave.carryOut')}>
      <RecordForm recording={recording} act={t('leave.act')} onSubmit={() => recording.record({ ...leaving, ...draft })} shown={['reason']}>
        <SentenceField label={t('leave.reason')} help={t('leave.reasonHelp')} {...of('reason')} />
      </RecordForm>
    </Card>
  );
}
