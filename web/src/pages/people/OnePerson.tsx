import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PersonDetail } from '../../../../domain/records/personDetail.ts';
import { person as personQuery } from '../../data/people.ts';
import { session } from '../../data/queries.ts';
import { manages } from '../../data/rights.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import layout from '../../parts/page.module.css';
import { type Days, useDays } from '../../words/useDays.ts';
import { AbsencesCard } from './AbsencesCard.tsx';
import { absenceOn } from './absences.ts';
import { DepartureNote } from './DepartureNote.tsx';
import { DutiesCard } from './DutiesCard.tsx';
import { MailCard } from './MailCard.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { TasksCard } from './TasksCard.tsx';

const route = getRouteApi('/people/$person');

/** One person: who that is, when absent and who stands in, what is open, what falls to the roles, and whether mail arrives. */
export function OnePerson() {
  const { t } = useTranslation();
  const days = useDays();
  const { person: id } = route.useParams();
  const { data: person } = useSuspenseQuery(personQuery(id));
  const { data: who } = useSuspenseQuery(session);
  const isHere = person.status === 'active';
  const changes = isHere && (manages(who) || who.person === id);
  return (
    <>
      <PageHead
        name={person.name}
        title={newsOf(t, person, days)}
        under={person.email}
        acts={manages(who) && isHere && <Acts person={person} />}
      />
      {manages(who) && <DepartureNote person={person} />}
      <div className={layout.two}>
        <div className={layout.stack}>
          <PersonFacts person={person} />
          {isHere && <AbsencesCard person={person} changes={changes} />}
        </div>
        <div className={layout.stack}>
          <TasksCard person={person} />
          <MailCard person={person} invites={manages(who) && isHere} />
        </div>
      </div>
      <div className={layout.more}>
        <DutiesCard person={person} />
      </div>
    </>
  );
}

function newsOf(t: TFunction, { name, status, unreachable, absences, today, deputy, names }: PersonDetail, { day }: Days): string {
  const absence = absenceOn(absences, today);
  if (status === 'left') return t('person.left', { name });
  if (unreachable !== undefined) return t('person.unreachable', { name, day: day(unreachable.since) });
  if (absence === undefined) return name;
  if (deputy === undefined) return t('person.away', { name, day: day(absence.to) });
  return t('person.awayWithDeputy', { name, day: day(absence.to), deputy: names[deputy] ?? deputy });
}

const Acts = ({ person }: { person: PersonDetail }) => {
  const { t } = useTranslation();
  return (
    <>
      <Button variant="default" renderRoot={(props) => <Link to="/people/$person/change" params={{ person: person.id }} {...props} />}>
        {t('person.change')}
      </Button>
      <Button variant="default" renderRoot={(props) => <Link to="/people/$person/leave" params={{ person: person.id }} {...props} />}>
        {t('person.leave')}
      </Button>
    </>
  );
};
