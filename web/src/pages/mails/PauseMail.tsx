import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailState } from '../../../../domain/records/mailState.ts';
import { send } from '../../data/client.ts';
import { Card } from '../../parts/Card.tsx';
import layout from '../../parts/page.module.css';
import { SentenceField } from '../../parts/recording/fields.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { wrongAt } from '../../parts/recording/refusals.ts';
import { useRecording } from '../../parts/recording/useRecording.ts';

/** Stops all mail for a while; what is asked and when goes on. */
export function PauseMail() {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const recording = useRecording((given: { reason: string }, key) => send<MailState>('POST', '/mail/pause', given, key));
  return (
    <Card title={t('mails.pause')}>
      <details className={layout.details}>
        <summary>{t('mails.pauseMore')}</summary>
        <RecordForm
          recording={recording}
          act={t('mails.pauseAct')}
          onSubmit={() => recording.record({ reason })}
          shown={['reason']}
          label={t('mails.pause')}
          minor
        >
          <SentenceField
            label={t('mails.reason')}
            help={t('mails.pauseHelp')}
            problem={wrongAt(recording.failure, 'reason')}
            value={reason}
            onChange={setReason}
          />
        </RecordForm>
      </details>
    </Card>
  );
}
