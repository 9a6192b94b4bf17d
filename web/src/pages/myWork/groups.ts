import type { TaskLine } from '../../../../domain/records/taskLine.ts';

/** Tasks that are answered on one page, the next due first. */
export type Group = [TaskLine, ...TaskLine[]];

/** What a group wants of this person: an answer, a confirmation, a decision about more time or another person, or nothing while it is with somebody else. */
export type Wants = 'answer' | 'confirm' | 'extension' | 'handOver' | 'elsewhere';

export function wantsOf(task: TaskLine, me: string): Wants {
  if (task.state === 'submitted') return task.confirmer === me ? 'confirm' : 'elsewhere';
  if (task.assignee === me) return 'answer';
  if (task.onBehalfOf === me) return 'elsewhere';
  return task.asksUntil === undefined ? 'handOver' : 'extension';
}

const acceptance = 'riskAcceptance';

/** Like tasks of one run with the same date, asked of the same person, are answered together; decisions on risks are, whatever their run. Each decision about a task stands alone. */
function keyOf(task: TaskLine, me: string): string {
  const wants = wantsOf(task, me);
  if (wants !== 'answer') return task.id;
  const place = task.process === acceptance ? [acceptance] : [task.run, task.due];
  return JSON.stringify([...place, task.task, task.onBehalfOf]);
}

export function groupsOf(tasks: readonly TaskLine[], me: string): Group[] {
  const groups = new Map<string, Group>();
  for (const task of tasks) {
    const key = keyOf(task, me);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [task]);
    else group.push(task);
  }
  return [...groups.values()];
}

/** Where a group is answered or decided. */
export type Place =
  | { to: '/acceptances' }
  | { to: '/tasks/$run/$task'; params: { run: string; task: string } }
  | { to: '/task/$'; params: { _splat: string } };

export function placeOf([first, second]: Group, me: string): Place {
  const { id, run, task, process } = first;
  if (process === acceptance && wantsOf(first, me) === 'answer') return { to: '/acceptances' };
  return second === undefined ? { to: '/task/$', params: { _splat: id } } : { to: '/tasks/$run/$task', params: { run, task } };
}
