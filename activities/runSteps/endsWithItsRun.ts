import type { Task } from '../../domain/records/task.ts';
import { isClosed } from '../../domain/rules/task.ts';

/** Whether a task of a cancelled run was ended by that, or is about to be; others were answered or cancelled by themselves before. */
export const endsWithItsRun = ({ state, closedBy }: Pick<Task, 'state' | 'closedBy'>): boolean =>
  !isClosed(state) || (state === 'cancelled' && closedBy?.via === 'engine');
