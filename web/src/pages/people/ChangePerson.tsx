import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleAssignment } from '../../../../domain/records/person.ts';
import type { PersonDetail } from '../../../../domain/records/personDetail.ts';
import { send } from '../../data/client.ts';
import { person as personQuery } from '../../data/people.ts';
import { useRecording } from '../../data/recording.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { type PersonDraft, PersonFields, personPaths } from './PersonFields.tsx';

const route = getRouteApi('/people/$person/change');

/** Roles, manager and what else the ISMS manager says about a person. */
export function ChangePerson() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { person: id } = route.useParams();
  const { data: person } = useSuspenseQuery(personQuery(id));
  const [draft, setDraft] = useState(() => draftOf(person));
  const recording = useRecording(
    (given: object, key) => send('PATCH', `/registers/people/${encodeURIComponent(id)}`, given, key),
    () => navigate({ to: '/people/$person', params: { person: id } }),
  );
  const record = () => recording.record({ version: person.version, ...changed(person, draft) });
  return (
    <>
      <PageHead name={person.name} title={t('personForm.change', { name: person.name })} under={t('personForm.changeUnder')} />
      <RecordForm
        recording={recording}
        act={t('personForm.record')}
        onSubmit={record}
        shown={personPaths}
        beside={
          <Link to="/people/$person" params={{ person: id }}>
            {t('personForm.cancel')}
          </Link>
        }
      >
        <PersonFields draft={draft} onChange={setDraft} failure={recording.failure} id={id} />
      </RecordForm>
    </>
  );
}

function draftOf({ name, email, site, language, roles, manager, deputy, names }: PersonDetail): PersonDraft {
  const named = (id: string | undefined) => (id === undefined ? undefined : { id, name: names[id] ?? id });
  return {
    ...{ name, email, site, language, manager: named(manager), deputy: named(deputy) },
    roles: [...new Set(roles.map(({ role }) => role))],
  };
}

/** A role keeps the scope it has; one that is ticked anew counts everywhere. */
const rolesOf = (held: readonly RoleAssignment[], { roles }: PersonDraft): RoleAssignment[] => [
  ...held.filter(({ role }) => roles.includes(role)),
  ...roles.filter((role) => !held.some((one) => one.role === role)).map((role) => ({ role })),
];

/** Of what is the same nothing is said; `null` takes away. */
function changed(person: PersonDetail, draft: PersonDraft): Record<string, unknown> {
  const { manager, deputy, name, email, site, language } = draft;
  const said = {
    name,
    email,
    site,
    language,
    manager: manager?.id ?? null,
    deputy: deputy?.id ?? null,
    roles: rolesOf(person.roles, draft),
  };
  const stands: Record<string, unknown> = { ...person, manager: person.manager ?? null, deputy: person.deputy ?? null };
  return Object.fromEntries(Object.entries(said).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(stands[field])));
}
