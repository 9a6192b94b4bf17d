import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Departure } from '../../../../domain/records/departure.ts';
import type { DeparturePlan } from '../../../../domain/records/departurePlan.ts';
import type { PersonDetail } from '../../../../domain/records/personDetail.ts';
import { departurePlan, departure as departureQuery, type Leaving, person as personQuery } from '../../data/people.ts';
import { queries, session } from '../../data/queries.ts';
import { manages } from '../../data/rights.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import layout from '../../parts/page.module.css';
import { Waiting } from '../../parts/Waiting.tsx';
import { given } from '../../routes/given.ts';
import { CarryOut } from './CarryOut.tsx';
import { DepartureProgress } from './DepartureProgress.tsx';
import { Moving } from './Moving.tsx';
import { Successor } from './Successor.tsx';

const route = getRouteApi('/people/$person/leave');

/** Somebody leaves: what moves and to whom, looked at before anything does, then moved by one command. */
export function Leave() {
  const { t } = useTranslation();
  const { person: id } = route.useParams();
  const { data: who } = useSuspenseQuery(session);
  const { data: person } = useSuspenseQuery(personQuery(id));
  if (manages(who)) return <ForManager person={person} />;
  return <PageHead name={person.name} title={t('leave.notYours')} under={<Back person={person} />} />;
}

function ForManager({ person }: { person: PersonDetail }) {
  const { again = false } = route.useSearch();
  // Whoever came back can leave once more, and so can whoever left and still holds something.
  const isUnderWay = person.departure?.state === 'moving' || (person.status === 'left' && !again);
  return isUnderWay && person.departure !== undefined ? <UnderWay person={person} /> : <Planning person={person} />;
}

function UnderWay({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const { data: departure } = useSuspenseQuery(departureQuery(person.id));
  const { state } = departure;
  useMoved(state);
  return (
    <>
      <PageHead name={person.name} title={t(`leave.${state}`, { name: person.name })} under={<Back person={person} />} />
      <DepartureProgress departure={departure} name={person.name} />
      {state === 'moved' && (
        <p className={layout.more}>
          <Link to="/people/$person/leave" params={{ person: person.id }} search={{ again: true }}>
            {t('leave.again')}
          </Link>
        </p>
      )}
    </>
  );
}

/** What has moved while one looked on is read anew everywhere. */
function useMoved(state: Departure['state']): void {
  const wasMoving = useRef(false);
  useEffect(() => {
    if (state === 'moved' && wasMoving.current) void queries.invalidateQueries();
    wasMoving.current = state === 'moving';
  }, [state]);
}

const Back = ({ person: { id, name } }: { person: PersonDetail }) => (
  <Link to="/people/$person" params={{ person: id }}>
    {name}
  </Link>
);

function Planning({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const { to, roles = 'move' } = route.useSearch();
  const navigate = route.useNavigate();
  const leaving: Leaving = { to, roles };
  const { data: plan } = useQuery({ ...departurePlan(person.id, leaving), placeholderData: keepPreviousData, throwOnError: true });
  const choose = (next: Leaving) =>
    navigate({
      search: ({ again }) => given({ again, to: next.to, roles: next.roles === 'drop' ? ('drop' as const) : undefined }),
      replace: true,
    });
  return (
    <>
      <PageHead name={person.name} title={t('leave.title', { name: person.name })} under={t('leave.under')} />
      <div className={layout.stack}>
        <Successor person={person} leaving={leaving} name={nameIn(plan, to)} onChoose={choose} />
        {plan === undefined ? (
          <Waiting />
        ) : (
          <>
            <Moving plan={plan} />
            <CarryOut plan={plan} leaving={leaving} />
          </>
        )}
      </div>
    </>
  );
}

const nameIn = (plan: DeparturePlan | undefined, to: string | undefined): string | undefined =>
  to === undefined ? undefined : (plan?.names[to] ?? to);
