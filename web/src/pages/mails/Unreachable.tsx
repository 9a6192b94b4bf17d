import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { unreachablePeople } from '../../data/mails.ts';
import { Card } from '../../parts/Card.tsx';
import layout from '../../parts/page.module.css';
import { State } from '../../parts/State.tsx';
import { useDays } from '../../words/useDays.ts';

/** People whose mail address is refused, since when and by which code. */
export function Unreachable({ count }: { count: number }) {
  const { t } = useTranslation();
  const days = useDays();
  const { data } = useSuspenseQuery(unreachablePeople);
  return (
    <Card title={t('mails.unreachable', { count })}>
      <p className="soft">{t('mails.unreachableUnder')}</p>
      <ul className={layout.lines}>
        {data.items.map(({ id, name, email, unreachable }) => (
          <li key={id} className={layout.split}>
            <span>
              <Link to="/people/$person" params={{ person: id }} className="strong">
                {name}
              </Link>{' '}
              <span className="quiet">{email}</span>
            </span>
            <State of="missing">
              {t('mails.refusedSince', { day: days.shortDay(unreachable?.since ?? ''), code: unreachable?.code ?? '' })}
            </State>
          </li>
        ))}
      </ul>
      {data.next !== undefined && (
        <Link to="/people" search={{ state: 'unreachable' }}>
          {t('mails.unreachableAll')}
        </Link>
      )}
    </Card>
  );
}
