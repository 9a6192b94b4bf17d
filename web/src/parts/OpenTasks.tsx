import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TaskLine } from '../../../domain/records/taskLine.ts';
import { everyOf } from '../data/records.ts';
import { useDays } from '../words/useDays.ts';
import { Card } from './Card.tsx';
import css from './plain.module.css';
import { State } from './State.tsx';
import { TaskLink } from './TaskLink.tsx';

const soonInDays = 2;

/** What is asked about a record now, of whom and by when. */
export function OpenTasks({ about }: { about: string }) {
  const { t } = useTranslation();
  const { weekday } = useDays();
  const { data } = useSuspenseQuery(everyOf<TaskLine>('/tasks', { about, status: 'open' }));
  return (
    <Card title={t('registers.tasks.title')}>
      {data.length === 0 && <p className="soft">{t('registers.tasks.none')}</p>}
      <ul className={css.plain}>
        {data.map((task) => (
          <li key={task.id}>
            <p>
              <TaskLink task={task.id}>{task.title}</TaskLink>, {task.assigneeName}
            </p>
            <State of={stateOf(task)}>
              {task.workingDaysLeft < 0
                ? t('registers.lateSince', { day: weekday(task.due) })
                : t('registers.dueBy', { day: weekday(task.due) })}
            </State>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function stateOf({ level, workingDaysLeft }: TaskLine): 'escalated' | 'late' | 'soon' | 'onTime' {
  if (level >= 2) return 'escalated';
  if (workingDaysLeft < 0) return 'late';
  return workingDaysLeft <= soonInDays ? 'soon' : 'onTime';
}
