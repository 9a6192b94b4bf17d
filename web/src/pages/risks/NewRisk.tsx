import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Risk } from '../../../../domain/records/risk.ts';
import type { RiskCriteria } from '../../../../domain/records/riskCriteria.ts';
import { useCommand } from '../../data/command.ts';
import { everyOf } from '../../data/records.ts';
import { Asking, said } from '../../parts/asking/Asking.tsx';
import { ChoiceField, LineField, ProseField } from '../../parts/asking/fields.tsx';
import { PersonField } from '../../parts/asking/PersonField.tsx';
import { Crumb } from '../../parts/Crumb.tsx';
import { PageHead } from '../../parts/PageHead.tsx';

/** A risk that somebody has found: what it is, whose, and how big it would be without any control. */
export function NewRisk() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const command = useCommand<Risk>({ method: 'POST', path: '/registers/risks' }, ({ id }) => {
    void navigate({ to: '/risks/$risk', params: { risk: id } });
  });
  return (
    <>
      <Crumb id={t('registers.new')}>
        <Link to="/risks">{t('registers.risks.name')}</Link>
      </Crumb>
      <PageHead name={t('registers.newRisk.title')} title={t('registers.newRisk.title')} under={t('registers.newRisk.under')} />
      <Asking command={command} bodyOf={riskIn} button={t('registers.newRisk.button')} isMain>
        <LineField name="id" label={t('registers.reference')} help={t('registers.newRisk.reference')} required />
        <LineField name="name" label={t('registers.newRisk.name')} required />
        <PersonField name="owner" label={t('registers.owner')} help={t('registers.typedPerson')} required />
        <ProseField name="description" label={t('registers.description')} help={t('registers.newRisk.description')} />
        <ProseField name="threat" label={t('registers.risk.threat')} />
        <ProseField name="vulnerability" label={t('registers.risk.vulnerability')} />
        <InherentFields />
      </Asking>
    </>
  );
}

function InherentFields() {
  const { t } = useTranslation();
  const { data: all } = useSuspenseQuery(everyOf<RiskCriteria>('/registers/riskCriteria'));
  const criteria = [...all].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).at(-1);
  if (criteria === undefined) return null;
  const steps = (names: readonly string[]) => [
    { value: '', label: t('registers.notJudged') },
    ...names.map((name, n) => ({ value: String(n + 1), label: `${n + 1}, ${name}` })),
  ];
  return (
    <>
      <ChoiceField name="inherent.likelihood" label={t('registers.newRisk.likelihood')} options={steps(criteria.likelihood)} />
      <ChoiceField name="inherent.consequence" label={t('registers.newRisk.consequence')} options={steps(criteria.consequence)} />
    </>
  );
}

function riskIn(form: FormData) {
  const [likelihood, consequence] = [said(form, 'inherent.likelihood'), said(form, 'inherent.consequence')];
  return {
    ...{ id: said(form, 'id'), name: said(form, 'name'), owner: said(form, 'owner') },
    ...{ description: said(form, 'description'), threat: said(form, 'threat'), vulnerability: said(form, 'vulnerability') },
    // One without the other is no level: the API says so.
    ...((likelihood !== '' || consequence !== '') && {
      inherent: {
        ...(likelihood !== '' && { likelihood: Number(likelihood) }),
        ...(consequence !== '' && { consequence: Number(consequence) }),
      },
    }),
  };
}
