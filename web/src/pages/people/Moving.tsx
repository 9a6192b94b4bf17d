import { useTranslation } from 'react-i18next';
import type { DeparturePlan } from '../../../../domain/records/departurePlan.ts';
import { Card } from '../../parts/Card.tsx';
import layout from '../../parts/page.module.css';
import { MovingRecords } from './MovingRecords.tsx';
import { MovingTasks } from './MovingTasks.tsx';
import { useRoleNames } from './roleNames.ts';

/** All that moves, and all that ends. */
export function Moving({ plan }: { plan: DeparturePlan }) {
  const { t } = useTranslation();
  return (
    <>
      {plan.problems.length > 0 && <Problems plan={plan} />}
      <Card title={t('leave.tasks', { count: plan.tasks.length })}>
        {plan.tasks.length === 0 ? <p className="soft">{t('leave.noTasks')}</p> : <MovingTasks plan={plan} />}
      </Card>
      <Card title={t('leave.records', { count: plan.records.length })}>
        {plan.records.length === 0 ? <p className="soft">{t('leave.noRecords')}</p> : <MovingRecords plan={plan} />}
      </Card>
      <div className={layout.two}>
        <Card title={t('leave.people', { count: plan.people.length })}>
          <People plan={plan} />
        </Card>
        <Card title={t('leave.ends')}>
          <Ends plan={plan} />
        </Card>
      </div>
    </>
  );
}

function Problems({ plan: { problems } }: { plan: DeparturePlan }) {
  const { t } = useTranslation();
  return (
    <div className={layout.alarm} role="status">
      <p className="strong">{t('leave.notSo')}</p>
      <ul className={layout.bullets} lang="en">
        {problems.map(({ path, message }) => (
          <li key={message}>{`${path}: ${message}`}</li>
        ))}
      </ul>
    </div>
  );
}

function People({ plan: { people, names } }: { plan: DeparturePlan }) {
  const { t } = useTranslation();
  if (people.length === 0) return <p className="soft">{t('leave.noPeople')}</p>;
  return (
    <ul className={layout.lines}>
      {people.map(({ id, name, as, to }) => (
        <li key={`${id} ${as}`}>
          {to === undefined ? t(`leave.nobodyAs.${as}`, { name }) : t(`leave.somebodyAs.${as}`, { name, to: names[to] ?? to })}
        </li>
      ))}
    </ul>
  );
}

function Ends({ plan: { roles, given, to, names } }: { plan: DeparturePlan }) {
  const { t } = useTranslation();
  const roleNames = useRoleNames();
  return (
    <ul className={layout.bullets}>
      <li>{t('leave.access')}</li>
      <li>{t('leave.mails')}</li>
      {roles.length > 0 && <li>{t('leave.rolesEnd', { roles: roleNames(roles) })}</li>}
      {given.length > 0 && to !== undefined && <li>{t('leave.rolesGiven', { name: names[to] ?? to, roles: roleNames(given) })}</li>}
    </ul>
  );
}
