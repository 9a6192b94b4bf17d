import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../../domain/records/person.ts';
import { settings } from '../../data/setUp.ts';
import { State } from '../../parts/State.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { useDays } from '../../words/useDays.ts';
import { useRoleNames } from './roleNames.ts';

/** Who, with which roles, where, and whether mail reaches them. */
export function usePeopleColumns(): Column<Person>[] {
  const { t } = useTranslation();
  const roleNames = useRoleNames();
  const { data } = useSuspenseQuery(settings);
  const siteOf = (id: string) => data.sites.find((site) => site.id === id)?.name ?? id;
  return [
    {
      key: 'name',
      head: t('people.column.name'),
      cell: ({ id, name, email }) => (
        <>
          <Link to="/people/$person" params={{ person: id }} className="strong">
            {name}
          </Link>
          <div className="quiet">{email}</div>
        </>
      ),
    },
    { key: 'roles', head: t('people.column.roles'), cell: ({ roles }) => roleNames(roles) },
    { key: 'site', head: t('people.column.site'), cell: ({ site }) => siteOf(site) },
    { key: 'state', head: t('people.column.state'), cell: (person) => <PersonState person={person} /> },
  ];
}

function PersonState({ person: { status, unreachable } }: { person: Person }) {
  const { t } = useTranslation();
  const days = useDays();
  if (status === 'left') return <span className="quiet">{t('people.state.left')}</span>;
  if (unreachable === undefined) return <State of="onTime">{t('people.state.reached')}</State>;
  return <State of="missing">{t('people.state.refused', { day: days.shortDay(unreachable.since) })}</State>;
}
