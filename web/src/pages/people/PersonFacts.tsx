import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PersonName } from '../../../../domain/records/names.ts';
import type { PersonDetail } from '../../../../domain/records/personDetail.ts';
import { session } from '../../data/queries.ts';
import { oversees } from '../../data/rights.ts';
import { settings } from '../../data/setUp.ts';
import { Card } from '../../parts/Card.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { useRoleNames } from './roleNames.ts';

/** Roles, who is above and beside, and where. */
export function PersonFacts({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const roleNames = useRoleNames();
  const { data: who } = useSuspenseQuery(session);
  const { data } = useSuspenseQuery(settings);
  const { roles, manager, deputy, names, manages, deputizesFor, site, language } = person;
  const named = (id: string | undefined) =>
    id === undefined ? undefined : <Name person={{ id, name: names[id] ?? id }} linked={oversees(who)} />;
  const managed = manages === 0 ? undefined : <Managed person={person} linked={oversees(who)} />;
  return (
    <Card title={t('person.facts')}>
      <Facts
        facts={[
          { name: t('person.roles'), said: roles.length === 0 ? t('person.noRoles') : roleNames(roles) },
          { name: t('person.manager'), said: named(manager) ?? t('person.nobody') },
          { name: t('person.deputy'), said: named(deputy) ?? t('person.nobody') },
          { name: t('person.manages'), said: managed },
          {
            name: t('person.deputizesFor'),
            said:
              deputizesFor.length === 0
                ? undefined
                : deputizesFor.map((one, n) => (
                    <span key={one.id}>
                      {n > 0 && ', '}
                      <Name person={one} linked={oversees(who)} />
                    </span>
                  )),
          },
          { name: t('person.site'), said: data.sites.find((one) => one.id === site)?.name ?? site },
          { name: t('person.language'), said: t(`person.languages.${language}`) },
        ]}
      />
    </Card>
  );
}

const Name = ({ person: { id, name }, linked }: { person: PersonName; linked: boolean }) =>
  linked ? (
    <Link to="/people/$person" params={{ person: id }}>
      {name}
    </Link>
  ) : (
    name
  );

function Managed({ person: { id, manages }, linked }: { person: PersonDetail; linked: boolean }) {
  const { t } = useTranslation();
  const said = t('person.people', { count: manages });
  return linked ? (
    <Link to="/people" search={{ manager: id }}>
      {said}
    </Link>
  ) : (
    said
  );
}
