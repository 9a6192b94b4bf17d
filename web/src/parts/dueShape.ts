import type { TaskLine } from '../../../domain/records/taskLine.ts';
import type { Shape } from './Icon.tsx';

const soonInDays = 2;

/** How an open task stands by its date. */
export const dueShape = ({ level, workingDaysLeft: left }: Pick<TaskLine, 'level' | 'workingDaysLeft'>): Shape =>
  level >= 2 ? 'escalated' : left < 0 ? 'late' : left <= soonInDays ? 'soon' : 'onTime';
