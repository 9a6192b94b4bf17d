import type { Actor } from './records/common.ts';
import type { Task } from './records/task.ts';
import { type By, duePassed, type TaskFacts } from './rules/taskShape.ts';

/** What the rules of a task need of its document. */
export function factsOf(task: Task): TaskFacts {
  const asked = task.extensions?.find(({ state }) => state === 'asked');
  const extended = task.extensions?.filter(({ state }) => state === 'granted').length ?? 0;
  const answeredBy = task.answeredBy ?? task.closedBy;
  return {
    ...{ state: task.state, version: task.version, assignee: task.assignee, assignment: task.assignment },
    ...{ accountable: task.accountable, answer: task.answer, level: task.level },
    ...present({ onBehalfOf: task.onBehalfOf, standIn: task.standIn, confirmer: task.confirmer, deputy: task.deputy, barred: task.barred }),
    ...(task.approval === true && { approval: true }),
    ...(task.inPerson === true && { inPerson: true }),
    ...(task.alone === true && { alone: true }),
    ...(isOverdue(task) && { overdue: true }),
    ...(asked !== undefined && { extension: { until: asked.until, by: asked.askedBy } }),
    ...(extended > 0 && { extended }),
    ...present({ outcome: task.outcome, reason: task.reason }),
    ...(answeredBy !== undefined && { by: byOf(answeredBy) }),
  };
}

/** The due date has passed; the timetable says so, since it is what was promised. */
function isOverdue({ rungs }: Task): boolean {
  const passed = rungs.findLast(({ key, state }) => key.startsWith(duePassed) && state !== 'withdrawn');
  return passed !== undefined && passed.state !== 'pending';
}

const byOf = ({ person, via, link }: Actor): By => ({
  ...{ person, roles: [], via: via === 'import' ? 'engine' : via },
  ...(link !== undefined && { link }),
});

const present = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
