import { Button } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Duty } from '../../../../domain/records/processShown.ts';
import { duties } from '../../data/processes.ts';
import { session } from '../../data/queries.ts';
import { PersonField } from '../../parts/choosing/PersonField.tsx';
import { Filter, Filters } from '../../parts/Filters.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { SelectField } from '../../parts/recording/fields.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { given } from '../../routes/given.ts';
import { type DutiesSearch, dutyViews } from '../../routes/processes.ts';
import { roles } from '../../words/roles.ts';
import { ByPerson, ByProcess, ByRole } from './DutyViews.tsx';
import { usePick } from './said.ts';

const route = getRouteApi('/responsibilities');

/** Who has to do what, and when: by process, by role or for one person; made to be printed. */
export function Responsibilities() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { data } = useSuspenseQuery(duties());
  return (
    <>
      <PageHead
        name={t('duties.title')}
        title={newsOf(t, data.items)}
        under={t('duties.under')}
        acts={
          <Button variant="default" onClick={() => print()}>
            {t('duties.print')}
          </Button>
        }
      />
      <Narrowing search={search} all={data.items} />
      <View search={search} all={data.items} />
    </>
  );
}

/** A role that nobody holds is a task that nobody does. */
function newsOf(t: TFunction, all: readonly Duty[]): string {
  const parts = all.flatMap(({ responsible, confirms, accountable }) => [
    responsible,
    accountable,
    ...(confirms === undefined ? [] : [confirms]),
  ]);
  const vacant = new Set(parts.filter(({ people }) => people.length === 0).map(({ role }) => role));
  return vacant.size === 0 ? t('duties.allHeld') : t('duties.vacant', { count: vacant.size });
}

function Narrowing({ search, all }: { search: DutiesSearch; all: readonly Duty[] }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const pick = usePick();
  const { by = 'process' } = search;
  const ask = (asked: Partial<Record<keyof DutiesSearch, string | undefined>>) =>
    navigate({ search: (now) => given({ ...now, ...asked }) as DutiesSearch, replace: true });
  const titles = new Map(all.map(({ process, processTitle }) => [process, pick(processTitle)]));
  return (
    <Filters label={t('registers.filter.label')}>
      <SelectField
        label={t('duties.by')}
        value={by}
        options={dutyViews.map((value) => ({ value, label: t(`duties.views.${value}`) }))}
        onChange={(view) => ask({ by: view })}
      />
      {by === 'process' && (
        <Filter
          label={t('duties.column.process')}
          any={t('duties.allProcesses')}
          value={search.process}
          options={[...titles].map(([value, label]) => ({ value, label }))}
          onPick={(process) => ask({ process })}
        />
      )}
      {by === 'role' && (
        <Filter
          label={t('duties.role')}
          any={t('duties.allRoles')}
          value={search.role}
          options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
          onPick={(role) => ask({ role })}
        />
      )}
      {by === 'person' && <Whose search={search} onChoose={(person) => ask({ person })} />}
    </Filters>
  );
}

function Whose({ search: { person }, onChoose }: { search: DutiesSearch; onChoose(person: string | undefined): void }) {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  const id = person ?? who.person;
  const { data } = useQuery(duties({ person: id }));
  const named = data?.items.flatMap(({ responsible, confirms, accountable }) =>
    [responsible, confirms, accountable].flatMap((part) => part?.people ?? []),
  );
  const name = id === who.person ? who.name : (named?.find((one) => one.id === id)?.name ?? id);
  return <PersonField label={t('duties.person')} value={{ id, name }} onChange={(chosen) => chosen !== undefined && onChoose(chosen.id)} />;
}

function View({ search, all }: { search: DutiesSearch; all: readonly Duty[] }) {
  const { data: who } = useSuspenseQuery(session);
  const { by = 'process', process, role, person = who.person } = search;
  const { data } = useQuery({ ...duties({ person }), enabled: by === 'person', throwOnError: true });
  if (by === 'process') return <ByProcess duties={all.filter((duty) => process === undefined || duty.process === process)} />;
  if (by === 'role') return <ByRole duties={all} {...(role !== undefined && { role })} />;
  return data === undefined ? <Waiting /> : <ByPerson duties={data.items} person={person} />;
}
