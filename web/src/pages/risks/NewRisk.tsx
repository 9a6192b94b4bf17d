import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PersonName } from '../../../../domain/records/names.ts';
import type { Risk } from '../../../../domain/records/risk.ts';
import { send } from '../../data/client.ts';
import { useRecording } from '../../data/recording.ts';
import { criteriaInForce } from '../../data/setUp.ts';
import { Crumb } from '../../parts/Crumb.tsx';
import { PersonField } from '../../parts/choosing/PersonField.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { ProseField, SelectField, TextField } from '../../parts/recording/fields.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { useDraft } from '../../parts/recording/useDraft.ts';

const empty = { id: '', name: '', description: '', threat: '', vulnerability: '', likelihood: '', consequence: '' };
type Draft = typeof empty & { owner: PersonName | undefined };

const shown = ['id', 'name', 'owner', 'description', 'threat', 'vulnerability', 'inherent.likelihood', 'inherent.consequence'];

/** A risk that somebody has found: what it is, whose, and how big it would be without any control. */
export function NewRisk() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const recording = useRecording(
    (given: object, key) => send<Risk>('POST', '/registers/risks', given, key),
    ({ id }) => navigate({ to: '/risks/$risk', params: { risk: id } }),
  );
  const { draft, of } = useDraft<Draft>({ ...empty, owner: undefined }, recording.failure);
  const steps = useSteps();
  return (
    <>
      <PageHead
        above={<Crumb to="/risks" name={t('registers.risks.name')} id={t('registers.new')} />}
        name={t('registers.newRisk.title')}
        title={t('registers.newRisk.title')}
        under={t('registers.newRisk.under')}
      />
      <RecordForm recording={recording} act={t('registers.newRisk.button')} onSubmit={() => recording.record(riskIn(draft))} shown={shown}>
        <TextField label={t('registers.reference')} help={t('registers.newRisk.reference')} required {...of('id')} />
        <TextField label={t('registers.newRisk.name')} required {...of('name')} />
        <PersonField label={t('registers.owner')} help={t('registers.typedPerson')} required {...of('owner')} />
        <ProseField label={t('registers.description')} help={t('registers.newRisk.description')} {...of('description')} />
        <ProseField label={t('registers.risk.threat')} {...of('threat')} />
        <ProseField label={t('registers.risk.vulnerability')} {...of('vulnerability')} />
        <SelectField label={t('registers.newRisk.likelihood')} options={steps.likelihood} {...of('likelihood', 'inherent.likelihood')} />
        <SelectField
          label={t('registers.newRisk.consequence')}
          options={steps.consequence}
          {...of('consequence', 'inherent.consequence')}
        />
      </RecordForm>
    </>
  );
}

/** How big it may be, in the words of the criteria in force. */
function useSteps() {
  const { t } = useTranslation();
  const { data: criteria } = useSuspenseQuery(criteriaInForce);
  const steps = (names: readonly string[]) => [
    { value: '', label: t('registers.notJudged') },
    ...names.map((name, n) => ({ value: String(n + 1), label: `${n + 1}, ${name}` })),
  ];
  return { likelihood: steps(criteria.likelihood), consequence: steps(criteria.consequence) };
}

const riskIn = ({ likelihood, consequence, owner, ...said }: Draft) => ({
  ...{ ...said, owner: owner?.id },
  // One without the other is no level: the API says so.
  ...((likelihood !== '' || consequence !== '') && {
    inherent: {
      ...(likelihood !== '' && { likelihood: Number(likelihood) }),
      ...(consequence !== '' && { consequence: Number(consequence) }),
    },
  }),
});
