import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RadioFields, TextField } from '../../parts/recording/fields.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import css from '../../parts/recording/recording.module.css';
import { wrongAt } from '../../parts/recording/refusals.ts';
import { Cancel } from './Cancel.tsx';
import { useSettingsRecording } from './useSettingsRecording.ts';

/** When mail reaches people who have not said otherwise. */
export function ChangeMail() {
  const { t } = useTranslation();
  const { settings, recording, record } = useSettingsRecording();
  const { mail } = settings;
  const [digest, setDigest] = useState(mail.digest ?? 'atOnce');
  const [hour, setHour] = useState(mail.hour ?? settings.workingDay.start);
  const [from, setFrom] = useState(mail.quiet?.from ?? '');
  const [to, setTo] = useState(mail.quiet?.to ?? '');
  const [seconds, setSeconds] = useState(String(mail.gatherSeconds));
  const quiet = from === '' || to === '' ? {} : { quiet: { from, to } };
  const problem = (path: string) => ({ problem: wrongAt(recording.failure, path) });
  return (
    <RecordForm
      recording={recording}
      act={t('settings.record')}
      onSubmit={() => record({ mail: { gatherSeconds: Number(seconds), digest, hour, ...quiet } })}
      shown={['mail.hour', 'mail.gatherSeconds', 'mail.quiet']}
      beside={<Cancel />}
    >
      <RadioFields
        label={t('personMail.digest')}
        value={digest}
        options={(['atOnce', 'daily'] as const).map((value) => ({ value, label: t(`settings.digest.${value}`) }))}
        onChange={setDigest}
      />
      <TextField
        type="time"
        label={t('settings.hour')}
        help={t('settings.hourHelp')}
        value={hour}
        onChange={setHour}
        {...problem('mail.hour')}
      />
      <div className={css.row}>
        <TextField type="time" label={t('settings.quietFrom')} value={from} onChange={setFrom} {...problem('mail.quiet')} />
        <TextField type="time" label={t('settings.quietTo')} value={to} onChange={setTo} />
      </div>
      <TextField
        type="number"
        label={t('settings.gatherField')}
        help={t('settings.gatherHelp')}
        value={seconds}
        onChange={setSeconds}
        min={1}
        max={3600}
        required
        {...problem('mail.gatherSeconds')}
      />
    </RecordForm>
  );
}
