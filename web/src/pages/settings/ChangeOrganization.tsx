import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../parts/recording/fields.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { wrongAt } from '../../parts/recording/refusals.ts';
import { Cancel } from './Cancel.tsx';
import { useSettingsRecording } from './useSettingsRecording.ts';

/** What the organization is called, and which language it speaks. */
export function ChangeOrganization() {
  const { t } = useTranslation();
  const { settings, recording, record } = useSettingsRecording();
  const [organization, setOrganization] = useState(settings.organization);
  const [language, setLanguage] = useState(settings.language);
  return (
    <RecordForm
      recording={recording}
      act={t('settings.record')}
      onSubmit={() => record({ organization, language })}
      shown={['organization']}
      beside={<Cancel />}
    >
      <TextField
        label={t('settings.name')}
        value={organization}
        onChange={setOrganization}
        problem={wrongAt(recording.failure, 'organization')}
        required
      />
      <SelectField
        label={t('settings.language')}
        help={t('settings.languageHelp')}
        value={language}
        options={(['en', 'de'] as const).map((value) => ({ value, label: t(`person.languages.${value}`) }))}
        onChange={setLanguage}
      />
    </RecordForm>
  );
}
