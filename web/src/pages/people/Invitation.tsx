import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../data/client.ts';
import { useRecording } from '../../data/recording.ts';
import layout from '../../parts/page.module.css';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';

/** A mail with a link to set a password. */
export function Invitation({ id }: { id: string }) {
  const { t } = useTranslation();
  const [isSent, setSent] = useState(false);
  const recording = useRecording(
    (_given: undefined, key) => send('POST', `/people/${encodeURIComponent(id)}/invitation`, undefined, key),
    () => setSent(true),
  );
  return (
    <div className={layout.more}>
      <RecordForm recording={recording} act={t('personMail.invite')} onSubmit={() => recording.record(undefined)} minor>
        {isSent && <p role="status">{t('personMail.invitationSent')}</p>}
      </RecordForm>
    </div>
  );
}
