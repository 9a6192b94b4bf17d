import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PersonDetail } from '../../../../domain/records/personDetail.ts';
import layout from '../../parts/page.module.css';
import { dayWithWeekday } from '../../words/days.ts';

/** That somebody is leaving or has left, and where one sees what moved. */
export function DepartureNote({ person: { id, today, status, departure } }: { person: PersonDetail }) {
  const { t, i18n } = useTranslation();
  if (departure === undefined || (departure.state === 'moved' && status === 'active')) return null;
  return (
    <p className={layout.note}>
      {t(departure.state === 'moving' ? 'person.leaving' : 'person.leftOn', { day: dayWithWeekday(departure.at, i18n.language, today) })}{' '}
      <Link to="/people/$person/leave" params={{ person: id }}>
        {t('person.whatMoved')}
      </Link>
    </p>
  );
}
