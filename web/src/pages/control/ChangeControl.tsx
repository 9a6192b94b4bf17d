import { useTranslation } from 'react-i18next';
import type { Control } from '../../../../domain/records/control.ts';
import { send } from '../../data/client.ts';
import { useRecording } from '../../data/recording.ts';
import { Card } from '../../parts/Card.tsx';
import { ProseField, RadioFields, SelectField, TextField } from '../../parts/recording/fields.tsx';
import { Leave } from '../../parts/recording/Leave.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { useDraft } from '../../parts/recording/useDraft.ts';
import { numbersIn } from '../controls/NewControl.tsx';

const every = ['month', 'quarter', 'halfYear', 'year'] as const;
const shown = ['name', 'description', 'documented', 'shownBy', 'checkEvery', 'annexA'];

type Props = { control: Control; mayAll: boolean; onLeave(): void };

/** What the owner says of a control, and what the ISMS manager sets. Whether it works is seen by another person, in a check. */
export function ChangeControl({ control, mayAll, onLeave }: Props) {
  const { t } = useTranslation();
  const recording = useRecording(
    (given: object, key) => send<Control>('PATCH', `/registers/controls/${encodeURIComponent(control.id)}`, given, key),
    onLeave,
  );
  const { draft, of } = useDraft(() => draftOf(control), recording.failure);
  return (
    <Card title={t('registers.change.title')}>
      <RecordForm
        recording={recording}
        act={t('registers.change.record')}
        onSubmit={() => recording.record({ version: control.version, ...changesIn(draft, mayAll) })}
        shown={shown}
        beside={<Leave onLeave={onLeave} />}
        minor
      >
        {mayAll && <TextField label={t('registers.newControl.name')} required {...of('name')} />}
        <ProseField label={t('registers.description')} {...of('description')} />
        <RadioFields
          label={t('registers.control.documented')}
          help={t('registers.change.documented')}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`registers.${value}`) }))}
          {...of('documented')}
        />
        <TextField label={t('registers.control.shownBy')} {...of('shownBy')} />
        {mayAll && (
          <>
            <SelectField
              label={t('registers.control.every')}
              options={[
                { value: '', label: t('registers.change.notSaid') },
                ...every.map((value) => ({ value, label: t(`registers.every.${value}`) })),
              ]}
              {...of('checkEvery')}
            />
            <TextField label={t('registers.newControl.annexA')} help={t('registers.newControl.annexAHelp')} {...of('annexA')} />
          </>
        )}
      </RecordForm>
    </Card>
  );
}

type Draft = ReturnType<typeof draftOf>;

const draftOf = ({ name, description, documented, shownBy = '', checkEvery, annexA }: Control) => ({
  ...{ name, description, shownBy, checkEvery: checkEvery ?? ('' as const) },
  documented: documented === undefined ? undefined : documented ? ('yes' as const) : ('no' as const),
  annexA: annexA.map((number) => `A.${number}`).join(', '),
});

/** Nothing said of something that may be missing removes it. */
const changesIn = ({ name, description, documented, shownBy, checkEvery, annexA }: Draft, mayAll: boolean) => ({
  ...{ description, shownBy: shownBy.trim() || null },
  ...(documented !== undefined && { documented: documented === 'yes' }),
  ...(mayAll && { name, checkEvery: checkEvery || null, annexA: numbersIn(annexA) }),
});
