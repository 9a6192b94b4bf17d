import { useTranslation } from 'react-i18next';
import type { Control } from '../../../../domain/records/control.ts';
import { useCommand } from '../../data/command.ts';
import { Asking, said, saidOrNot } from '../../parts/asking/Asking.tsx';
import { ChoiceField, LineField, PickField, ProseField } from '../../parts/asking/fields.tsx';
import { Card } from '../../parts/Card.tsx';
import { numbersIn } from '../controls/NewControl.tsx';

const every = ['month', 'quarter', 'halfYear', 'year'] as const;

type Props = { control: Control; mayAll: boolean; onLeave(): void };

/** What the owner says of a control, and what the ISMS manager sets. Whether it works is seen by another person, in a check. */
export function ChangeControl({ control, mayAll, onLeave }: Props) {
  const { t } = useTranslation();
  const command = useCommand<Control>({ method: 'PATCH', path: `/registers/controls/${encodeURIComponent(control.id)}` }, onLeave);
  return (
    <Card title={t('registers.change.title')}>
      <Asking command={command} bodyOf={(form) => changesIn(form, control, mayAll)} button={t('registers.change.record')} onLeave={onLeave}>
        {mayAll && <LineField name="name" label={t('registers.newControl.name')} value={control.name} required />}
        <ProseField name="description" label={t('registers.description')} value={control.description} />
        <PickField
          name="documented"
          label={t('registers.control.documented')}
          help={t('registers.change.documented')}
          value={control.documented === undefined ? undefined : control.documented ? 'yes' : 'no'}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`registers.${value}`) }))}
        />
        <LineField name="shownBy" label={t('registers.control.shownBy')} value={control.shownBy} />
        {mayAll && <ManagersFields control={control} />}
      </Asking>
    </Card>
  );
}

function ManagersFields({ control: { checkEvery, annexA } }: { control: Control }) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceField
        name="checkEvery"
        label={t('registers.control.every')}
        value={checkEvery ?? ''}
        options={[
          { value: '', label: t('registers.change.notSaid') },
          ...every.map((value) => ({ value, label: t(`registers.every.${value}`) })),
        ]}
      />
      <LineField
        name="annexA"
        label={t('registers.newControl.annexA')}
        help={t('registers.newControl.annexAHelp')}
        value={annexA.map((number) => `A.${number}`).join(', ')}
      />
    </>
  );
}

/** Nothing said of something that may be missing removes it. */
function changesIn(form: FormData, { version }: Control, mayAll: boolean) {
  const documented = said(form, 'documented');
  return {
    ...{ version, description: said(form, 'description'), shownBy: saidOrNot(form, 'shownBy') ?? null },
    ...(documented !== '' && { documented: documented === 'yes' }),
    ...(mayAll && {
      ...{ name: said(form, 'name'), checkEvery: saidOrNot(form, 'checkEvery') ?? null, annexA: numbersIn(said(form, 'annexA')) },
    }),
  };
}
