import { useTranslation } from 'react-i18next';
import type { TaskLine } from '../../../domain/records/taskLine.ts';
import { useDays } from '../words/useDays.ts';
import type { Shape } from './Icon.tsx';
import { State } from './State.tsx';

const soonInDays = 2;

type Open = Pick<TaskLine, 'due' | 'zone' | 'level' | 'workingDaysLeft'>;

const shapeOf = ({ level, workingDaysLeft: left }: Open): Shape =>
  level >= 2 ? 'escalated' : left < 0 ? 'late' : left <= soonInDays ? 'soon' : 'onTime';

/** How an open task stands by its date. */
export function Due({ task }: { task: Open }) {
  const { t } = useTranslation();
  const days = useDays();
  const left = task.workingDaysLeft;
  return (
    <State of={shapeOf(task)}>
      <span>
        {days.day(task.due, task.zone)}, {left < 0 ? t('myWork.wasDue', { count: -left }) : t('myWork.left', { count: left })}
      </span>
    </State>
  );
}
