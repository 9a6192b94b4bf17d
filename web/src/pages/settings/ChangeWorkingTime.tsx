import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField, TickFields } from '../../parts/recording/fields.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import css from '../../parts/recording/recording.module.css';
import { wrongAt } from '../../parts/recording/refusals.ts';
import { Cancel } from './Cancel.tsx';
import { useSettingsRecording } from './useSettingsRecording.ts';
import { weekdayNames } from './weekdays.ts';

const week = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** From when to when, and on which days, people work. */
export function ChangeWorkingTime() {
  const { t, i18n } = useTranslation();
  const { settings, recording, record } = useSettingsRecording();
  const [start, setStart] = useState(settings.workingDay.start);
  const [end, setEnd] = useState(settings.workingDay.end);
  const [days, setDays] = useState(() => settings.workingWeek.map(String) as (typeof week)[number][]);
  const names = weekdayNames(i18n.language);
  return (
    <RecordForm
      recording={recording}
      act={t('settings.record')}
      onSubmit={() => record({ workingDay: { start, end }, workingWeek: days.map(Number).sort() })}
      shown={['workingDay.start', 'workingDay.end']}
      beside={<Cancel />}
    >
      <div className={css.row}>
        <TextField
          type="time"
          label={t('settings.start')}
          value={start}
          onChange={setStart}
          problem={wrongAt(recording.failure, 'workingDay.start')}
          required
        />
        <TextField
          type="time"
          label={t('settings.end')}
          value={end}
          onChange={setEnd}
          problem={wrongAt(recording.failure, 'workingDay.end')}
          required
        />
      </div>
      <TickFields
        label={t('settings.workingWeek')}
        options={week.map((value) => ({ value, label: names[Number(value) - 1] ?? value }))}
        value={days}
        onChange={setDays}
      />
    </RecordForm>
  );
}
