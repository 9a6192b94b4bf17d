import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DeparturePlan, LeavingTask } from '../../../../domain/records/departurePlan.ts';
import type { Column } from '../../parts/table/columns.ts';
import { Table } from '../../parts/table/Table.tsx';
import { useDays } from '../../words/useDays.ts';

type Names = DeparturePlan['names'];

/** Each task in which the person has a part, and whose that part will be. */
export function MovingTasks({ plan }: { plan: DeparturePlan }) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const columns: Column<LeavingTask>[] = [
    {
      key: 'task',
      head: t('leave.column.task'),
      cell: ({ title, about }) => (about === undefined ? title : t('personTasks.about', { title, about })),
    },
    {
      key: 'due',
      head: t('leave.column.due'),
      cell: ({ due, zone }) => <span className="nowrap">{days.day(due, zone)}</span>,
    },
    {
      key: 'part',
      head: t('leave.column.part'),
      cell: ({ parts }) => new Intl.ListFormat(i18n.language).format(parts.map((part) => t(`leave.part.${part}`))),
    },
    { key: 'to', head: t('leave.column.to'), cell: (task) => movesTo(t, task, plan.names, i18n.language) },
  ];
  return <Table caption={t('leave.tasksCaption')} columns={columns} rows={plan.tasks} keyOf={({ id }) => id} />;
}

function movesTo(t: TFunction, { to, stays, barred }: LeavingTask, names: Names, language: string): string {
  const people = [...new Set(Object.values(to))].map((id) => names[id] ?? id);
  const said = [
    people.length === 0 ? '' : new Intl.ListFormat(language).format(people),
    barred ? t('leave.barred') : '',
    stays.length === 0 ? '' : t('leave.stays'),
  ].filter((one) => one !== '');
  return said.length === 0 ? t('leave.byRole') : said.join('. ');
}
