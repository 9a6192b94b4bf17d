import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Control } from '../../../../domain/records/control.ts';
import { useCommand } from '../../data/command.ts';
import { Asking, said, saidOrNot } from '../../parts/asking/Asking.tsx';
import { ChoiceField, LineField, ProseField } from '../../parts/asking/fields.tsx';
import { PersonField } from '../../parts/asking/PersonField.tsx';
import { Crumb } from '../../parts/Crumb.tsx';
import { PageHead } from '../../parts/PageHead.tsx';

const kinds = ['organizational', 'people', 'physical', 'technological', 'legal'] as const;

/** A control of the organization's own: a document, but as well a practice, a technology or a contract. */
export function NewControl() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const command = useCommand<Control>({ method: 'POST', path: '/registers/controls' }, ({ id }) => {
    void navigate({ to: '/controls/$control', params: { control: id } });
  });
  return (
    <>
      <Crumb id={t('registers.new')}>
        <Link to="/controls">{t('registers.controls.name')}</Link>
      </Crumb>
      <PageHead name={t('registers.newControl.title')} title={t('registers.newControl.title')} under={t('registers.newControl.under')} />
      <Asking command={command} bodyOf={controlIn} button={t('registers.newControl.button')} isMain>
        <LineField name="id" label={t('registers.reference')} help={t('registers.newControl.reference')} required />
        <LineField name="name" label={t('registers.newControl.name')} required />
        <ChoiceField
          name="kind"
          label={t('registers.filter.kind')}
          options={kinds.map((kind) => ({ value: kind, label: t(`registers.kind.${kind}`) }))}
        />
        <PersonField name="owner" label={t('registers.owner')} help={t('registers.newControl.owner')} />
        <ProseField name="description" label={t('registers.description')} help={t('registers.newControl.description')} />
        <LineField name="annexA" label={t('registers.newControl.annexA')} help={t('registers.newControl.annexAHelp')} />
      </Asking>
    </>
  );
}

function controlIn(form: FormData) {
  const owner = saidOrNot(form, 'owner');
  return {
    ...{ id: said(form, 'id'), name: said(form, 'name'), kind: said(form, 'kind'), description: said(form, 'description') },
    annexA: numbersIn(said(form, 'annexA')),
    ...(owner !== undefined && { owner }),
  };
}

/** `A.8.13, 5.1`: the numbers, with or without the letter of the annex. */
export const numbersIn = (typed: string): string[] =>
  typed
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map((part) => part.replace(/^A\./i, ''));
