import { useTranslation } from 'react-i18next';
import type { TaskLine } from '../../../domain/records/taskLine.ts';
import { useDays } from '../words/useDays.ts';
import { dueShape } from './dueShape.ts';
import { State } from './State.tsx';

type Open = Pick<TaskLine, 'due' | 'zone' | 'level' | 'workingDaysLeft'>;

/** When an open task is due, and how it stands by that. */
export function Due({ task }: { task: Open }) {
  const { t } = useTranslation();
  const days = useDays();
  const left = task.workingDaysLeft;
  return (
    <State of={dueShape(task)}>
      <span>
        {days.day(task.due, task.zone)}, {left < 0 ? t('myWork.wasDue', { count: -left }) : t('myWork.left', { count: left })}
      </span>
    </State>
  );
}
