import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TaskLine } from '../../../domain/records/taskLine.ts';
import { everyOf } from '../data/records.ts';
import { Card } from './Card.tsx';
import { Due } from './Due.tsx';
import css from './plain.module.css';
import { TaskLink } from './TaskLink.tsx';

/** What is asked about a record now, of whom and by when. */
export function OpenTasks({ about }: { about: string }) {
  const { t } = useTranslation();
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
            <Due task={task} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
