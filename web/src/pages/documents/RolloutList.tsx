import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Rollout } from '../../../../domain/records/rollout.ts';
import { useBearings } from '../../data/bearings.ts';
import { record } from '../../data/records.ts';
import { Card } from '../../parts/Card.tsx';
import { Share } from '../../parts/Share.tsx';
import { State } from '../../parts/State.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { ServerTable } from '../../parts/table/ServerTable.tsx';
import { useDays } from '../../words/useDays.ts';

type Progress = { of: number; done: number; excepted: number; expired: number; open: number };

const progressOf = (rollout: string) => record<Progress>(`/registers/rollouts/${encodeURIComponent(rollout)}/progress`);

/** What reaches many, and how far it is. */
export function RolloutList() {
  const { t } = useTranslation();
  const { today } = useBearings();
  const head = (key: 'rollout' | 'control' | 'due' | 'done' | 'exceptions' | 'note') => ({
    key,
    head: t(`checks.documents.rollouts.column.${key}`),
  });
  const columns: Column<Rollout>[] = [
    { ...head('rollout'), cell: ({ id, title }) => <Title id={id} title={title} /> },
    { ...head('control'), cell: ({ control }) => control },
    { ...head('done'), cell: ({ id }) => <Done rollout={id} /> },
    { ...head('due'), cell: (rollout) => <DueOn rollout={rollout} today={today} /> },
    { ...head('exceptions'), cell: ({ id }) => <Exceptions rollout={id} /> },
    { ...head('note'), cell: ({ note }) => note ?? '' },
  ];
  return (
    <Card title={t('checks.documents.rollouts.caption')} hidden>
      <ServerTable<Rollout>
        path="/registers/rollouts"
        query={{}}
        caption={t('checks.documents.rollouts.caption')}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<p className="soft">{t('checks.documents.rollouts.empty')}</p>}
      />
    </Card>
  );
}

const Title = ({ id, title }: { id: string; title: string }) => (
  <>
    {title}
    <div className="quiet">{id}</div>
  </>
);

function Done({ rollout }: { rollout: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(progressOf(rollout));
  if (data === undefined) return '…';
  return data.of === 0 ? <span className="quiet">{t('checks.documents.rollouts.noItems')}</span> : <Share n={data.done} of={data.of} />;
}

function DueOn({ rollout: { id, due }, today }: { rollout: Rollout; today: string }) {
  const days = useDays();
  const { data } = useQuery(progressOf(id));
  if (due === undefined) return '';
  const isDone = data !== undefined && data.of > 0 && data.open === 0;
  return <State of={isDone ? 'done' : due < today ? 'late' : 'onTime'}>{days.day(due)}</State>;
}

function Exceptions({ rollout }: { rollout: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(progressOf(rollout));
  return data === undefined ? '…' : exceptionsOf(t, data);
}

function exceptionsOf(t: TFunction, { excepted, expired }: Progress): string {
  const held = t('checks.documents.rollouts.exceptions', { count: excepted });
  return expired === 0 ? held : `${held}, ${t('checks.documents.rollouts.expired', { count: expired })}`;
}
