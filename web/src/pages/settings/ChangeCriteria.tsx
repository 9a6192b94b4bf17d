import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RiskCriteria } from '../../../../domain/records/riskCriteria.ts';
import { send } from '../../data/client.ts';
import { useRecording } from '../../data/recording.ts';
import { criteriaInForce } from '../../data/setUp.ts';
import { RadioFields } from '../../parts/recording/fields.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { Cancel } from './Cancel.tsx';
import { type CriteriaDraft, CriteriaFields } from './CriteriaFields.tsx';

const choices = ['own', '3', '4', '5'] as const;

/** New criteria for what is judged from now on: the ones in force, changed, or a preset. */
export function ChangeCriteria() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(criteriaInForce);
  const [choice, setChoice] = useState<(typeof choices)[number]>('own');
  const [draft, setDraft] = useState(() => draftOf(data));
  const recording = useRecording(
    (given: CriteriaDraft | { preset: number }, key) => send<RiskCriteria>('POST', '/registers/riskCriteria', given, key),
    () => navigate({ to: '/settings' }),
  );
  return (
    <RecordForm
      recording={recording}
      act={t('criteria.record')}
      onSubmit={() => recording.record(choice === 'own' ? draft : { preset: Number(choice) })}
      beside={<Cancel />}
    >
      <RadioFields
        label={t('criteria.begin')}
        value={choice}
        options={choices.map((value) => ({ value, label: value === 'own' ? t('criteria.own') : t('criteria.preset', { steps: value }) }))}
        onChange={setChoice}
      />
      {choice === 'own' && <CriteriaFields draft={draft} onChange={setDraft} />}
    </RecordForm>
  );
}

const draftOf = ({ likelihood, consequence, matrix, acceptableUpTo, bands }: RiskCriteria): CriteriaDraft => ({
  ...{ likelihood, consequence, matrix, acceptableUpTo, bands },
});
