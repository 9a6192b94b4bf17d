import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Rollout } from '../../../../domain/records/rollout.ts';
import { useNames } from '../../data/names.ts';
import { everyOf, record } from '../../data/records.ts';
import { Card } from '../../parts/Card.tsx';
import list from '../../parts/plain.module.css';
import { State } from '../../parts/State.tsx';
import { useDays } from '../../words/useDays.ts';

type Progress = { of: number; done: number; excepted: number; expired: number; open: number };

/** How far a control has come that reaches many. */
export function RolloutsCard({ control }: { control: string }) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(everyOf<Rollout>('/registers/rollouts', { control }));
  if (data.length === 0) return null;
  return (
    <Card title={t('registers.rollouts.title')}>
      <ul className={list.plain}>
        {data.map((rollout) => (
          <OneRollout key={rollout.id} rollout={rollout} />
        ))}
      </ul>
    </Card>
  );
}

function OneRollout({ rollout: { id, title, due, note, responsible } }: { rollout: Rollout }) {
  const { t } = useTranslation();
  const { date, today } = useDays();
  const nameOf = useNames([responsible]);
  const { data } = useSuspenseQuery(record<Progress>(`/registers/rollouts/${encodeURIComponent(id)}/progress`));
  const isLate = due !== undefined && due < today && data.open > 0;
  return (
    <li>
      <p>
        <span className="id">{id}</span> {title}: <b>{t('registers.of', { done: data.done, of: data.of })}</b>
        {data.excepted > 0 && `, ${t('registers.rollouts.excepted', { count: data.excepted })}`}
      </p>
      {due !== undefined && (
        <State of={data.open === 0 ? 'done' : isLate ? 'late' : 'onTime'}>
          {data.open === 0 ? t('registers.rollouts.complete') : t(isLate ? 'registers.lateSince' : 'registers.dueBy', { day: date(due) })}
        </State>
      )}
      <p className="soft">{[nameOf(responsible), note ?? ''].filter((part) => part !== '').join(': ')}</p>
    </li>
  );
}
