import type { Task } from '../../domain/records/task.ts';
import { isClosed } from '../../domain/rules/task.ts';

/** Whether a task waits for this person now: for their answer, or, once it is answered, for their confirmation. */
export const isAskedOf = ({ state, assignee, confirmer }: Task, person: string): boolean =>
  !isClosed(state) && (state === 'submitted' ? confirmer : assignee) === person;
