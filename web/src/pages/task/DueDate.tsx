import { useTranslation } from 'react-i18next';
import type { TaskLine } from '../../../../domain/records/taskLine.ts';
import { State } from '../../parts/State.tsx';
import { useDays } from '../../words/useDays.ts';
import { isClosed, standingOf } from './standing.ts';
import css from './task.module.css';

type Props = { task: TaskLine; byTheClock?: boolean };

/** The date and how it stands; the date that was promised first is struck and stays to be seen. */
export function DueDate({ task, byTheClock = false }: Props) {
  const { t } = useTranslation();
  const days = useDays();
  const { shape, said } = standingOf(task, t, days);
  const day = byTheClock ? days.longMoment(task.due, task.zone) : days.longDay(task.due, task.zone);
  const isPast = task.workingDaysLeft < 0 || isClosed(task);
  return (
    <p className={css.date}>
      <b>{t(isPast ? 'tasks.due.on' : 'tasks.due.by', { day })}</b> <State of={shape}>{said}</State>
      {task.due !== task.promised && (
        <small>
          <s>{t('tasks.due.firstPromised', { day: days.longDay(task.promised, task.zone) })}</s>
          {task.extended > 0 && `, ${t('tasks.due.extended', { count: task.extended })}`}
        </small>
      )}
    </p>
  );
}
