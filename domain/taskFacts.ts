import type { Task } from './records/task.ts';
import type { TaskFacts } from './rules/task.ts';

/** What the rules of a task need of its document. */
export const factsOf = (task: Task): TaskFacts => ({
  ...{ state: task.state, version: task.version, assignee: task.assignee, assignment: task.assignment },
  ...{ accountable: task.accountable, answer: task.answer, level: task.level },
  ...(task.outcome !== undefined && { outcome: task.outcome }),
  ...(task.reason !== undefined && { reason: task.reason }),
  ...(task.closedBy !== undefined && { by: { ...task.closedBy, roles: [], via: task.closedBy.via as 'link' } as never }),
});
