import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../domain/records/run.ts';
import { send } from '../../data/client.ts';
import { useRecording } from '../../data/recording.ts';
import { Card } from '../../parts/Card.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import { RadioFields, TextField } from '../../parts/recording/fields.tsx';
import { Leave } from '../../parts/recording/Leave.tsx';
import { Recorded } from '../../parts/recording/Recorded.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { useDraft } from '../../parts/recording/useDraft.ts';

const processes = ['targetedRiskReview', 'riskTreatment'] as const;
type Draft = { process: (typeof processes)[number]; because: string };

/** Opens a run about this risk: it is judged again now, or treated. */
export function StartReview({ risk, onLeave }: { risk: string; onLeave(): void }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Run>();
  const recording = useRecording(
    ({ process, because }: Draft, key) => send<Run>('POST', `/processes/${process}/runs`, { subject: { risk, because } }, key),
    setOpened,
  );
  const { draft, of } = useDraft<Draft>({ process: 'targetedRiskReview', because: '' }, recording.failure);
  if (opened !== undefined)
    return (
      <Recorded>
        {t('registers.start.opened')} <RunLink run={opened.id} />
      </Recorded>
    );
  return (
    <Card title={t('registers.start.title')}>
      <RecordForm
        recording={recording}
        act={t('registers.start.button')}
        onSubmit={() => recording.record(draft)}
        shown={['subject.because']}
        beside={<Leave onLeave={onLeave} />}
        minor
      >
        <RadioFields
          label={t('registers.start.what')}
          options={processes.map((value) => ({ value, label: t(`registers.start.${value}`) }))}
          {...of('process')}
        />
        <TextField
          label={t('registers.start.because')}
          help={t('registers.start.becauseHelp')}
          required
          {...of('because', 'subject.because')}
        />
      </RecordForm>
    </Card>
  );
}
