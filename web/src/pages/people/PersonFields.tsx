import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Language, Role } from '../../../../domain/records/common.ts';
import type { PersonName } from '../../../../domain/records/names.ts';
import { settings } from '../../data/setUp.ts';
import { PersonField } from '../../parts/choosing/PersonField.tsx';
import { SelectField, TextField, TickFields } from '../../parts/recording/fields.tsx';
import { wrongAt } from '../../parts/recording/refusals.ts';
import { roles } from '../../words/roles.ts';

/** What somebody writes about a person. */
export type PersonDraft = {
  name: string;
  email: string;
  site: string;
  language: Language;
  roles: Role[];
  manager: PersonName | undefined;
  deputy: PersonName | undefined;
};

/** The fields of `PersonDraft`, as paths of the API. */
export const personPaths = ['name', 'email', 'site', 'language', 'manager', 'deputy'] as const;

type Props = { draft: PersonDraft; onChange(draft: PersonDraft): void; failure: Error | null; id?: string };

/** Name and address, place, roles, and who is above and beside. */
export function PersonFields({ draft, onChange, failure, id }: Props) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(settings);
  const set = (part: Partial<PersonDraft>) => onChange({ ...draft, ...part });
  const without = id === undefined ? {} : { without: id };
  const problem = (path: string) => ({ problem: wrongAt(failure, path) });
  return (
    <>
      <TextField label={t('personForm.name')} value={draft.name} onChange={(name) => set({ name })} required {...problem('name')} />
      <TextField
        type="email"
        label={t('personForm.email')}
        help={t('personForm.emailHelp')}
        {...{ value: draft.email, onChange: (email: string) => set({ email }), required: true, ...problem('email') }}
      />
      <TickFields
        label={t('personForm.roles')}
        options={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
        value={draft.roles}
        onChange={(held) => set({ roles: held })}
      />
      <PersonField
        label={t('person.manager')}
        help={t('personForm.managerHelp')}
        {...{ value: draft.manager, onChange: (manager: PersonName | undefined) => set({ manager }), ...without, ...problem('manager') }}
      />
      <PersonField
        label={t('person.deputy')}
        help={t('personForm.deputyHelp')}
        {...{ value: draft.deputy, onChange: (deputy: PersonName | undefined) => set({ deputy }), ...without, ...problem('deputy') }}
      />
      <SelectField
        label={t('person.site')}
        help={t('personForm.siteHelp')}
        value={draft.site}
        options={data.sites.map((site) => ({ value: site.id, label: site.name }))}
        onChange={(site) => set({ site })}
        {...problem('site')}
      />
      <SelectField
        label={t('person.language')}
        value={draft.language}
        options={(['en', 'de'] as const).map((value) => ({ value, label: t(`person.languages.${value}`) }))}
        onChange={(language) => set({ language })}
      />
    </>
  );
}
