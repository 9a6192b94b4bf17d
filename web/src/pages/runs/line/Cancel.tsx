import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../../domain/records/run.ts';
import { send } from '../../../data/client.ts';
import { useRecording } from '../../../data/recording.ts';
import { Card } from '../../../parts/Card.tsx';
import { SentenceField } from '../../../parts/recording/fields.tsx';
import { Leave } from '../../../parts/recording/Leave.tsx';
import { RecordForm } from '../../../parts/recording/RecordForm.tsx';
import { useDraft } from '../../../parts/recording/useDraft.ts';
import css from './line.module.css';

/** Ends the run with a reason. */
export function Cancel({ run, onClose }: { run: string; onClose(): void }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('textarea')?.focus(), []);
  const recording = useRecording(
    (given: { reason: string }, key) => send<Run>('POST', `/runs/${encodeURIComponent(run)}/cancellation`, given, key),
    onClose,
  );
  const { draft, of } = useDraft({ reason: '' }, recording.failure);
  return (
    <Card title={t('runs.line.cancel')} className={css.cancel ?? ''}>
      <div ref={place}>
        <RecordForm
          recording={recording}
          act={t('runs.line.cancelButton')}
          onSubmit={() => recording.record(draft)}
          shown={['reason']}
          beside={<Leave onLeave={onClose}>{t('runs.line.keep')}</Leave>}
        >
          <SentenceField label={t('runs.line.cancelReason')} help={t('runs.line.cancelHelp')} {...of('reason')} />
        </RecordForm>
      </div>
    </Card>
  );
}
