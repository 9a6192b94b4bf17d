import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MailState } from '../../../../domain/records/mailState.ts';
import { send } from '../../data/client.ts';
import { person } from '../../data/people.ts';
import { useRecording } from '../../data/recording.ts';
import { Card } from '../../parts/Card.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { useDays } from '../../words/useDays.ts';

/** Who has paused mail and why, and for the ISMS manager the way to send again. */
export function Paused({ state: { since = '', by, reason }, manager }: { state: MailState; manager: boolean }) {
  const { t } = useTranslation();
  const days = useDays();
  const { data } = useQuery({ ...person(by ?? ''), enabled: by !== undefined });
  return (
    <Card title={t('mails.pausedBy', { by: data?.name ?? '', since: days.moment(since) })}>
      <p>{reason}</p>
      <p className="soft">{t('mails.pausedUnder')}</p>
      {manager && <Resume />}
    </Card>
  );
}

function Resume() {
  const { t } = useTranslation();
  const recording = useRecording((_given: undefined, key) => send<MailState>('POST', '/mail/resumption', undefined, key));
  return (
    <RecordForm recording={recording} act={t('mails.resume')} onSubmit={() => recording.record(undefined)} label={t('mails.resume')} />
  );
}
