import type { Task } from '../../domain/records/task.ts';
import { allowed, waivable } from '../../domain/rules/task.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { factsOf } from '../../domain/taskFacts.ts';
import type { Filter } from '../../models/collection.ts';
import type { Caller } from '../policy.ts';

/** Whether this person may answer the task now, be it with a waiver. */
export const mayComplete = (task: Task, by: By): boolean =>
  [...allowed(factsOf(task), by), ...waivable(factsOf(task), by)].includes('complete');

/** Decisions of others that have come to this caller because they are late: as deputy, or as top management. */
export const lateFor = ({ id, roles }: Pick<Caller, 'id' | 'roles'>): Filter[] => [
  { deputy: id, level: { $gte: 1 }, approval: true },
  ...(roles.includes('topManagement') ? [{ approval: true, level: { $gte: 3 } }] : []),
];
