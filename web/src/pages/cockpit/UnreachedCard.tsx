import { useTranslation } from 'react-i18next';
import type { Unreached } from '../../../../domain/records/dashboard.ts';
import { Card } from '../../parts/Card.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useDays } from '../../words/useDays.ts';
import css from './cockpit.module.css';

/** People who are asked something and whom it does not reach, and why. */
export function UnreachedCard({ people }: { people: readonly Unreached[] }) {
  const { t } = useTranslation();
  const days = useDays();
  const day = (iso: string | undefined) => (iso === undefined ? '' : days.day(iso));
  return (
    <Card title={t('unreached.heading')}>
      {people.length === 0 && <p className="soft">{t('unreached.none')}</p>}
      <ul className={css.people}>
        {people.map(({ id, name, because, since, until, tasks }) => (
          <li key={id}>
            <span className={css[because]}>
              <Icon shape={because} />
            </span>
            <div>
              <div className="strong">{name}</div>
              <p className="small soft">
                {t(`unreached.${because}`, { day: day(because === 'refused' ? since : until) })} {t('unreached.tasks', { count: tasks })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
