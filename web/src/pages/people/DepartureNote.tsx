import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PersonDetail } from '../../../../domain/records/personDetail.ts';
import layout from '../../parts/page.module.css';
import { useDays } from '../../words/useDays.ts';

/** That somebody is leaving or has left, and where one sees what moved. */
export function DepartureNote({ person: { id, status, departure } }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const days = useDays();
  if (departure === undefined || (departure.state === 'moved' && status === 'active')) return null;
  return (
    <p className={layout.note}>
      {t(departure.state === 'moving' ? 'person.leaving' : 'person.leftOn', { day: days.day(departure.at) })}{' '}
      <Link to="/people/$person/leave" params={{ person: id }}>
        {t('person.whatMoved')}
      </Link>
    </p>
  );
}
