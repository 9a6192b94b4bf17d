import { Button } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../../domain/records/person.ts';
import type { Query } from '../../data/client.ts';
import { listOf } from '../../data/lists.ts';
import { session, type Who } from '../../data/queries.ts';
import { manages, oversees } from '../../data/rights.ts';
import { mailState } from '../../data/setUp.ts';
import { Filter, Filters } from '../../parts/Filters.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { SelectField, TextField } from '../../parts/recording/fields.tsx';
import { LongTable } from '../../parts/table/LongTable.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { given } from '../../routes/given.ts';
import { type PeopleSearch, personStates } from '../../routes/people.ts';
import { roles } from '../../words/roles.ts';
import { usePeopleColumns } from './peopleColumns.tsx';

const route = getRouteApi('/people');
const pauseMs = 250;

/** Everybody, by name: thousands of them, narrowed by what the address says. */
export function People() {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  return oversees(who) ? <Register who={who} /> : <PageHead name={t('people.title')} title={t('people.notYours')} />;
}

function Register({ who }: { who: Who }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { data: mail } = useSuspenseQuery(mailState);
  const title = mail.unreachable === 0 ? t('people.allReached') : t('people.unreached', { count: mail.unreachable });
  return (
    <>
      <PageHead
        name={t('people.title')}
        title={title}
        under={t('people.under')}
        acts={
          manages(who) && (
            <>
              <Button variant="default" renderRoot={(props) => <Link to="/imports" search={{ register: 'people' }} {...props} />}>
                {t('people.import')}
              </Button>
              <Button renderRoot={(props) => <Link to="/people/new" {...props} />}>{t('people.add')}</Button>
            </>
          )
        }
      />
      <PeopleFilters search={search} />
      <List search={search} />
    </>
  );
}

function PeopleFilters({ search }: { search: PeopleSearch }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(search.q ?? '');
  const ask = (asked: Partial<Record<keyof PeopleSearch, string | undefined>>) =>
    navigate({ search: (now) => given({ ...now, ...asked }) as PeopleSearch, replace: true });
  const askSoon = useDebouncedCallback((q: string) => ask({ q: q.trim() === '' ? undefined : q.trim() }), pauseMs);
  return (
    <Filters label={t('people.filter.label')}>
      <TextField
        type="search"
        label={t('people.filter.q')}
        value={typed}
        onChange={(q) => {
          setTyped(q);
          askSoon(q);
        }}
      />
      <Filter
        label={t('people.filter.role')}
        any={t('people.filter.anyRole')}
        value={search.role}
        options={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
        onPick={(role) => ask({ role })}
      />
      <SelectField
        label={t('people.filter.state')}
        value={search.state ?? 'active'}
        options={personStates.map((state) => ({ value: state, label: t(`people.states.${state}`) }))}
        onChange={(state) => ask({ state: state === 'active' ? undefined : state })}
      />
    </Filters>
  );
}

/** Those who have left are no answer to whom one looks for, unless they are asked for. */
function queryOf({ q, role, state = 'active', manager }: PeopleSearch): Query {
  const status = state === 'all' ? undefined : state === 'left' ? 'left' : 'active';
  return { q, role, manager, status, unreachable: state === 'unreachable' ? 'true' : undefined };
}

function List({ search }: { search: PeopleSearch }) {
  const { t } = useTranslation();
  const columns = usePeopleColumns();
  const list = useInfiniteQuery({
    ...listOf<Person>('/registers/people', queryOf(search)),
    ...{ placeholderData: keepPreviousData, throwOnError: true },
  });
  if (list.data === undefined) return <Waiting />;
  const rows = list.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <Nobody isNarrowed={Object.keys(search).length > 0} />;
  return (
    <LongTable
      caption={t('people.caption')}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      hasMore={list.hasNextPage}
      onMore={() => list.fetchNextPage()}
    />
  );
}

function Nobody({ isNarrowed }: { isNarrowed: boolean }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <p className="strong">{t(isNarrowed ? 'people.nobodySo' : 'people.nobody')}</p>
      <p className="soft">
        {isNarrowed ? (
          <Link to="/people" search={{}}>
            {t('people.showAll')}
          </Link>
        ) : (
          t('people.nobodyMore')
        )}
      </p>
    </div>
  );
}
