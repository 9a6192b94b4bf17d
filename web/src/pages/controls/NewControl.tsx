import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Control, ControlKind } from '../../../../domain/records/control.ts';
import type { PersonName } from '../../../../domain/records/names.ts';
import { send } from '../../data/client.ts';
import { useRecording } from '../../data/recording.ts';
import { Crumb } from '../../parts/Crumb.tsx';
import { PersonField } from '../../parts/choosing/PersonField.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { ProseField, SelectField, TextField } from '../../parts/recording/fields.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { useDraft } from '../../parts/recording/useDraft.ts';

const kinds: readonly ControlKind[] = ['organizational', 'people', 'physical', 'technological', 'legal'];

const empty = { id: '', name: '', description: '', annexA: '' };
type Draft = typeof empty & { kind: ControlKind; owner: PersonName | undefined };

const shown = ['id', 'name', 'kind', 'owner', 'description', 'annexA'];

/** A control of the organization's own: a document, but as well a practice, a technology or a contract. */
export function NewControl() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const recording = useRecording(
    (given: object, key) => send<Control>('POST', '/registers/controls', given, key),
    ({ id }) => navigate({ to: '/controls/$control', params: { control: id } }),
  );
  const { draft, of } = useDraft<Draft>({ ...empty, kind: 'organizational', owner: undefined }, recording.failure);
  const record = () => recording.record({ ...draft, annexA: numbersIn(draft.annexA), owner: draft.owner?.id });
  return (
    <>
      <PageHead
        above={<Crumb to="/controls" name={t('registers.controls.name')} id={t('registers.new')} />}
        name={t('registers.newControl.title')}
        title={t('registers.newControl.title')}
        under={t('registers.newControl.under')}
      />
      <RecordForm recording={recording} act={t('registers.newControl.button')} onSubmit={record} shown={shown}>
        <TextField label={t('registers.reference')} help={t('registers.newControl.reference')} required {...of('id')} />
        <TextField label={t('registers.newControl.name')} required {...of('name')} />
        <SelectField
          label={t('registers.filter.kind')}
          options={kinds.map((kind) => ({ value: kind, label: t(`registers.kind.${kind}`) }))}
          {...of('kind')}
        />
        <PersonField label={t('registers.owner')} help={t('registers.newControl.owner')} {...of('owner')} />
        <ProseField label={t('registers.description')} help={t('registers.newControl.description')} {...of('description')} />
        <TextField label={t('registers.newControl.annexA')} help={t('registers.newControl.annexAHelp')} {...of('annexA')} />
      </RecordForm>
    </>
  );
}

/** `A.8.13, 5.1`: the numbers, with or without the letter of the annex. */
export const numbersIn = (typed: string): string[] =>
  typed
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map((part) => part.replace(/^A\./i, ''));
