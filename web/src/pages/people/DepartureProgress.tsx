import { useTranslation } from 'react-i18next';
import type { Departure } from '../../../../domain/records/departure.ts';
import { Card } from '../../parts/Card.tsx';
import { Facts } from '../../parts/Facts.tsx';
import layout from '../../parts/page.module.css';
import { RecordLink } from '../../parts/RecordLink.tsx';
import { State } from '../../parts/State.tsx';
import { useRoleNames } from './roleNames.ts';

/** How far it is, what has moved, and what nobody could take. */
export function DepartureProgress({ departure, name }: { departure: Departure; name: string }) {
  const { t } = useTranslation();
  const roleNames = useRoleNames();
  const { state, reason, records, tasks, given, confirmations = 0, left = [] } = departure;
  return (
    <Card title={t('leave.progress')}>
      <div className={layout.stack}>
        <div role="status">
          <State of={state === 'moved' ? 'done' : 'soon'}>{t(`leave.state.${state}`)}</State>
        </div>
        <Facts
          facts={[
            { name: t('leave.reason'), said: reason },
            {
              name: t('leave.movedRecords'),
              said: records === undefined ? t('leave.notYet') : t('leave.count', { count: records.length }),
            },
            { name: t('leave.movedTasks'), said: tasks === undefined ? t('leave.notYet') : t('leave.count', { count: tasks.length }) },
            { name: t('leave.confirmations'), said: confirmations === 0 ? undefined : t('leave.count', { count: confirmations }) },
            { name: t('leave.givenRoles'), said: given === undefined || given.length === 0 ? undefined : roleNames(given) },
          ]}
        />
        {left.length > 0 && (
          <div className={layout.alarm}>
            <p className="strong">{t('leave.leftOver', { name, count: left.length })}</p>
            <ul className={layout.bullets}>
              {left.map((task) => (
                <li key={task}>
                  <RecordLink kind="tasks" id={task}>
                    {task}
                  </RecordLink>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Card>
  );
}
