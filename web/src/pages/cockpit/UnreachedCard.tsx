import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Unreached } from '../../../../domain/records/dashboard.ts';
import { session } from '../../data/queries.ts';
import { manages } from '../../data/rights.ts';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { Card } from '../../parts/Card.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useDays } from '../../words/useDays.ts';
import css from './cockpit.module.css';

/** People who are asked something and whom it does not reach, why, and where that is mended. */
export function UnreachedCard({ people }: { people: readonly Unreached[] }) {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  return (
    <Card
      title={t('unreached.heading')}
      aside={
        <Link to="/people" className="small">
          {t('unreached.all')}
        </Link>
      }
    >
      {people.length === 0 && <p className="soft">{t('unreached.none')}</p>}
      <ul className={css.people}>
        {people.map((person) => (
          <OneUnreached key={person.id} person={person} mends={manages(who)} />
        ))}
      </ul>
    </Card>
  );
}

const pages = { refused: '/people/$person/change', absent: '/people/$person/change', neverSignedIn: '/people/$person' } as const;
const shapes = { refused: 'refused', absent: 'absent', neverSignedIn: 'mail' } as const;

function OneUnreached({ person: { id, name, because, since, until, due, tasks }, mends }: { person: Unreached; mends: boolean }) {
  const { t } = useTranslation();
  const days = useDays();
  const on = { refused: since, absent: until, neverSignedIn: due }[because];
  return (
    <li>
      <span className={css[because]}>
        <Icon shape={shapes[because]} />
      </span>
      <div>
        <Link to="/people/$person" params={{ person: id }} className={css.what}>
          {name}
        </Link>
        <p className="small soft">
          {t(`unreached.${because}`, { day: on === undefined ? '' : days.day(on) })} {t('unreached.tasks', { count: tasks })}
        </p>
      </div>
      {mends && (
        <ButtonLink
          to={pages[because]}
          params={{ person: id }}
          variant="default"
          size="xs"
          aria-label={t(`unreached.actFor.${because}`, { name })}
        >
          {t(`unreached.act.${because}`)}
        </ButtonLink>
      )}
    </li>
  );
}
