import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Risk } from '../../../../domain/records/risk.ts';
import type { PlanItem, TreatmentPlan } from '../../../../domain/records/treatmentPlan.ts';
import { useNames } from '../../data/names.ts';
import { everyOf } from '../../data/records.ts';
import { Card } from '../../parts/Card.tsx';
import list from '../../parts/plain.module.css';
import { RunLink } from '../../parts/RunLink.tsx';
import { State } from '../../parts/State.tsx';
import { useDays } from '../../words/useDays.ts';
import css from './risk.module.css';

const overStates: readonly PlanItem['state'][] = ['implemented', 'effective', 'ineffective', 'notImplemented', 'closed'];

/** How the risk is treated: the plan in force, what it brings about, by whom and when. */
export function TreatmentCard({ risk }: { risk: Risk }) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(everyOf<TreatmentPlan>('/registers/treatmentPlans', { risk: risk.id }));
  const newest = [...data].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  return (
    <Card title={t('registers.treatment.title')}>
      {newest.length === 0 ? (
        <p className="soft">{t('registers.treatment.none')}</p>
      ) : (
        <ul className={list.plain}>
          {newest.map((plan) => (
            <Plan key={plan.id} plan={plan} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Plan({ plan: { id, run, status, options, reason, because, items } }: { plan: TreatmentPlan }) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames(items.map(({ responsible }) => responsible));
  const chosen = new Intl.ListFormat(i18n.language, { type: 'unit' }).format(options.map((option) => t(`registers.option.${option}`)));
  return (
    <li>
      <p>
        <RunLink run={run}>{id}</RunLink>, {t(`registers.treatment.status.${status}`)}
        {chosen === '' ? '' : `: ${chosen}`}
      </p>
      <p className="soft">{reason ?? t('registers.treatment.because', { because })}</p>
      {items.length > 0 && (
        <ul className={css.items}>
          {items.map((item) => (
            <Item key={item.control} item={item} name={nameOf(item.responsible)} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Item({ item: { control, due, state, measuredBy }, name }: { item: PlanItem; name: string }) {
  const { t } = useTranslation();
  const { date, today } = useDays();
  const isLate = due < today && !overStates.includes(state);
  return (
    <li>
      <Link to="/controls/$control" params={{ control }}>
        {control}
      </Link>
      {`, ${name}, `}
      {isLate ? <State of="late">{t('registers.lateSince', { day: date(due) })}</State> : t('registers.dueBy', { day: date(due) })}
      {`, ${t(`registers.treatment.item.${state}`)}. `}
      <span className="quiet">{t('registers.treatment.measuredBy', { what: measuredBy })}</span>
    </li>
  );
}
