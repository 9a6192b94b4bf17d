import { useTranslation } from 'react-i18next';
import type { CycleReport } from '../../../../domain/records/cycle.ts';
import { Card } from '../../parts/Card.tsx';
import { Facts } from '../../parts/Facts.tsx';

const keys = ['asked', 'onTime', 'late', 'ahead', 'waived', 'extended', 'reminded'] as const;

/** The tasks that were promised within the year, counted. */
export function TasksCard({ report: { tasks, nonconformities } }: { report: CycleReport }) {
  const { t } = useTranslation();
  const name = (key: (typeof keys)[number] | 'escalated' | 'raised' | 'closed') => t(`checks.cycles.task.${key}`);
  return (
    <Card title={t('checks.cycles.tasks')} aside={<span className="small quiet">{t('checks.cycles.tasksUnder')}</span>}>
      <Facts
        facts={[
          ...keys.map((key) => ({ name: name(key), said: String(tasks[key]) })),
          { name: name('escalated'), said: tasks.escalated.join(', ') },
          { name: name('raised'), said: String(nonconformities.raised) },
          { name: name('closed'), said: String(nonconformities.closed) },
        ]}
      />
    </Card>
  );
}
