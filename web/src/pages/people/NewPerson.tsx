import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../../domain/records/person.ts';
import { send } from '../../data/client.ts';
import { useRecording } from '../../data/recording.ts';
import { settings } from '../../data/setUp.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { type PersonDraft, PersonFields, personPaths } from './PersonFields.tsx';

/** Somebody who is new here. */
export function NewPerson() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(settings);
  const [draft, setDraft] = useState<PersonDraft>({
    ...{ name: '', email: '', roles: ['everyone'], manager: undefined, deputy: undefined },
    ...{ site: data.defaultSite, language: data.language },
  });
  const recording = useRecording(
    (given: object, key) => send<Person>('POST', '/registers/people', given, key),
    ({ id }) => navigate({ to: '/people/$person', params: { person: id } }),
  );
  const record = () => {
    const { manager, deputy, roles, ...rest } = draft;
    recording.record({ ...rest, roles: roles.map((role) => ({ role })), manager: manager?.id, deputy: deputy?.id });
  };
  return (
    <>
      <PageHead name={t('personForm.new')} title={t('personForm.new')} under={t('personForm.newUnder')} />
      <RecordForm
        recording={recording}
        act={t('personForm.add')}
        onSubmit={record}
        shown={personPaths}
        beside={<Link to="/people">{t('personForm.cancel')}</Link>}
      >
        <PersonFields draft={draft} onChange={setDraft} failure={recording.failure} />
      </RecordForm>
    </>
  );
}
