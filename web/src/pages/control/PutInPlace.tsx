import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Control } from '../../../../domain/records/control.ts';
import type { Run } from '../../../../domain/records/run.ts';
import { send } from '../../data/client.ts';
import { useRecording } from '../../data/recording.ts';
import { Card } from '../../parts/Card.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import { TextField } from '../../parts/recording/fields.tsx';
import { Leave } from '../../parts/recording/Leave.tsx';
import { Recorded } from '../../parts/recording/Recorded.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { useDraft } from '../../parts/recording/useDraft.ts';

/** Opens the run that puts a control in place: its owner is asked, another person looks at it. */
export function PutInPlace({ control, onLeave }: { control: Control; onLeave(): void }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Run>();
  const recording = useRecording(
    (subject: object, key) => send<Run>('POST', '/processes/controlImplementation/runs', { subject }, key),
    setOpened,
  );
  const { draft, of } = useDraft({ due: '' }, recording.failure);
  if (opened !== undefined)
    return (
      <Recorded>
        {t('registers.start.opened')} <RunLink run={opened.id} />
      </Recorded>
    );
  return (
    <Card title={t('registers.inPlace.title')}>
      <RecordForm
        recording={recording}
        act={t('registers.start.button')}
        onSubmit={() => recording.record({ control: control.id, plan: '-', due: draft.due || undefined })}
        shown={['subject.due']}
        beside={<Leave onLeave={onLeave} />}
        minor
      >
        <p className="soft">{t('registers.inPlace.help')}</p>
        <TextField type="date" label={t('registers.inPlace.due')} help={t('registers.inPlace.dueHelp')} {...of('due', 'subject.due')} />
      </RecordForm>
    </Card>
  );
}
