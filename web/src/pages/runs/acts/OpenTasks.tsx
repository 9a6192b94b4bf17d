import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TaskLine } from '../../../../../domain/records/taskLine.ts';
import { Due } from '../../../parts/Due.tsx';
import { TaskLink } from '../../../parts/TaskLink.tsx';
import type { Column } from '../../../parts/table/columns.ts';
import { LongTable } from '../../../parts/table/LongTable.tsx';
import { useDays } from '../../../words/useDays.ts';
import css from './acts.module.css';

type Ticking = { isTicked(id: string): boolean; tick(ids: readonly string[], is: boolean): void };
type Props = { tasks: readonly TaskLine[]; ticking: Ticking | undefined };

/** Open tasks, the next due first, each leading to its own page; where somebody may do something with several, each with a box to tick. */
export function OpenTasks({ tasks, ticking }: Props) {
  const { t } = useTranslation();
  const days = useDays();
  const ids = tasks.map(({ id }) => id);
  const nameOf = (task: TaskLine) => <TaskLink task={task.id}>{[task.about, task.title].filter(Boolean).join(' ')}</TaskLink>;
  const columns: Column<TaskLine>[] = [
    {
      ...{ key: 'what', head: t('acts.column.what') },
      cell: (task) =>
        ticking === undefined ? (
          nameOf(task)
        ) : (
          <span className={css.pick}>
            <input
              type="checkbox"
              aria-label={t('acts.tick', { what: task.about ?? task.title, name: task.assigneeName })}
              checked={ticking.isTicked(task.id)}
              onChange={({ target }) => ticking.tick([task.id], target.checked)}
            />
            {nameOf(task)}
          </span>
        ),
    },
    { key: 'who', head: t('acts.column.who'), cell: (task) => whoOf(t, task) },
    { key: 'due', head: t('acts.column.due'), cell: (task) => <Due task={task} /> },
    { key: 'asks', head: t('acts.column.asks'), cell: (task) => asksOf(t, task, (day) => days.day(day)) },
  ];
  return (
    <>
      {ticking !== undefined && tasks.length > 1 && (
        <div className={css.picks}>
          {([true, false] as const).map((is) => (
            <Button key={String(is)} variant="default" size="xs" onClick={() => ticking.tick(ids, is)}>
              {t(is ? 'acts.tickAll' : 'acts.tickNone')}
            </Button>
          ))}
        </div>
      )}
      <LongTable
        caption={t('acts.caption')}
        columns={columns}
        rows={tasks}
        keyOf={({ id }) => id}
        hasMore={false}
        onMore={() => undefined}
      />
    </>
  );
}

function whoOf(t: TFunction, { assigneeName, onBehalfOfName, state, confirmerName }: TaskLine): string {
  if (state === 'submitted') return t('acts.waitsFor', { name: confirmerName ?? '' });
  return onBehalfOfName === undefined ? assigneeName : t('acts.inSteadOf', { name: assigneeName, owner: onBehalfOfName });
}

function asksOf(t: TFunction, { asksUntil, asksHandOver }: TaskLine, day: (iso: string) => string): string {
  return [
    ...(asksUntil === undefined ? [] : [t('acts.asksUntil', { day: day(asksUntil) })]),
    ...(asksHandOver === true ? [t('acts.asksHandOver')] : []),
  ].join(', ');
}
