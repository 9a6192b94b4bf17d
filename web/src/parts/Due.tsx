import { useTranslation } from 'react-i18next';
import type { TaskLine } from '../../../domain/records/taskLine.ts';
import { dayIn, dayWithWeekday } from '../words/days.ts';
import type { Shape } from './Icon.tsx';
import { State } from './State.tsx';

const soonInDays = 2;

type Open = Pick<TaskLine, 'due' | 'zone' | 'level' | 'workingDaysLeft'>;

const shapeOf = ({ level, workingDaysLeft: left }: Open): Shape =>
  level >= 2 ? 'escalated' : left < 0 ? 'late' : left <= soonInDays ? 'soon' : 'onTime';

/** How an open task stands by its date. */
export function Due({ task, today }: { task: Open; today: string }) {
  const { t, i18n } = useTranslation();
  const left = task.workingDaysLeft;
  return (
    <State of={shapeOf(task)}>
      <span>
        {dayWithWeekday(dayIn(task.due, task.zone), i18n.language, today)},{' '}
        {left < 0 ? t('myWork.wasDue', { count: -left }) : t('myWork.left', { count: left })}
      </span>
    </State>
  );
}
