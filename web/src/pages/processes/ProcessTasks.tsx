import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Duty, ProcessShown } from '../../../../domain/records/processShown.ts';
import { duties } from '../../data/processes.ts';
import layout from '../../parts/page.module.css';
import type { Column } from '../../parts/table/columns.ts';
import { Table } from '../../parts/table/Table.tsx';
import { dueSaid, usePick, whoSaid } from './said.ts';

type Asked = { task: ProcessShown['tasks'][number]; duty: Duty | undefined };

/** What a run asks: of whom, by when, by which ladder, and what counts as done. */
export function ProcessTasks({ process: { key, tasks } }: { process: ProcessShown }) {
  const { t, i18n } = useTranslation();
  const pick = usePick();
  const { data } = useSuspenseQuery(duties({ process: key }));
  const rows = tasks.map((task): Asked => ({ task, duty: data.items.find((one) => one.task === task.key) }));
  const columns: Column<Asked>[] = [
    { key: 'task', head: t('duties.column.task'), cell: ({ task }) => <What task={task} /> },
    { key: 'who', head: t('process.column.who'), cell: (asked) => <Whose {...asked} /> },
    { key: 'due', head: t('duties.column.due'), cell: ({ task: { due } }) => dueSaid(t, due, i18n.language) },
    { key: 'ladder', head: t('process.column.ladder'), cell: ({ task: { ladder } }) => t(`process.ladder.${ladder}`) },
    { key: 'answer', head: t('process.column.answer'), cell: ({ task: { answer } }) => t(`process.answer.${answer}`) },
  ];
  return (
    <Table caption={t('process.tasksOf', { count: tasks.length })} columns={columns} rows={rows} keyOf={({ task }) => pick(task.title)} />
  );
}

function What({ task: { title, purpose, doneWhen } }: Pick<Asked, 'task'>) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <>
      {pick(title)}
      <details className={layout.details}>
        <summary>{t('process.doneWhen')}</summary>
        <p>{pick(purpose)}</p>
        <ul className={layout.bullets}>
          {doneWhen.map((one) => (
            <li key={one.en}>{pick(one)}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Whose({ task, duty }: Asked) {
  const { t } = useTranslation();
  if (duty === undefined) return t(`roles.${task.by}`);
  return (
    <>
      {whoSaid(t, duty.responsible)}
      {duty.confirms !== undefined && <div className="soft">{t('duties.confirmedBy', { who: whoSaid(t, duty.confirms) })}</div>}
    </>
  );
}
