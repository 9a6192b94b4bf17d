import { useTranslation } from 'react-i18next';
import type { MailState } from '../../../../domain/records/mailState.ts';
import { send } from '../../data/client.ts';
import { useRecording } from '../../data/recording.ts';
import { Card } from '../../parts/Card.tsx';
import layout from '../../parts/page.module.css';
import { SentenceField } from '../../parts/recording/fields.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { useDraft } from '../../parts/recording/useDraft.ts';

/** Stops all mail for a while; what is asked and when goes on. */
export function PauseMail() {
  const { t } = useTranslation();
  const recording = useRecording((given: { reason: string }, key) => send<MailState>('POST', '/mail/pause', given, key));
  const { draft, of } = useDraft({ reason: '' }, recording.failure);
  return (
    <Card title={t('mails.pause')}>
      <details className={layout.details}>
        <summary>{t('mails.pauseMore')}</summary>
        <RecordForm
          recording={recording}
          act={t('mails.pauseAct')}
          onSubmit={() => recording.record(draft)}
          shown={['reason']}
          label={t('mails.pause')}
          minor
        >
          <SentenceField label={t('mails.reason')} help={t('mails.pauseHelp')} {...of('reason')} />
        </RecordForm>
      </details>
    </Card>
  );
}
