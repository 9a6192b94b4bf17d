import type { Unreached } from '../../domain/records/dashboard.ts';
import type { Person } from '../../domain/records/person.ts';
import { isClosed } from '../../domain/rules/task.ts';
import type { Looking } from './asking.ts';
import { absentUntil } from './late.ts';

/** People who are asked something and are not reached: their address is refused, or they are away and nobody stands in for them. */
export function unreachedOf({ tasks, today }: Looking, people: Iterable<Person>): Unreached[] {
  const asked = new Map<string, number>();
  for (const { state, assignee } of tasks) if (!isClosed(state)) asked.set(assignee, (asked.get(assignee) ?? 0) + 1);
  return [...people].flatMap((person): Unreached[] => {
    const { id, name, unreachable, deputy } = person;
    const count = asked.get(id) ?? 0;
    if (person.status !== 'active' || count === 0) return [];
    if (unreachable !== undefined) return [{ id, name, because: 'refused', since: unreachable.since, tasks: count }];
    const until = absentUntil(person, today);
    return until === undefined || deputy !== undefined ? [] : [{ id, name, because: 'absent', until, tasks: count }];
  });
}
