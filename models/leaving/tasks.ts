import type { Task } from '../../domain/records/task.ts';
import { type Part, partsOf, takenOverBy } from '../../domain/rules/handOver.ts';
import { closedStates } from '../../domain/rules/task.ts';
import type { TakenOver } from '../../domain/rules/taskShape.ts';
import { factsOf } from '../../domain/taskFacts.ts';
import type { Store } from '../store.ts';
import { type Definitions, heirsOf, type Leaving, type Staff } from './heirs.ts';

/** An open task in which the person has a part: who takes over which, and what nobody may take. */
export type TaskMove = { task: Task; held: Part[]; to: TakenOver; stays: Part[]; barred: boolean };

export async function taskMoves(store: Store, leaving: Leaving, staff: Staff, definitionOf: Definitions): Promise<TaskMove[]> {
  const moves: TaskMove[] = [];
  for (const task of await openTasksOf(store, leaving.person)) {
    if (task.inPerson === true && task.assignee === leaving.person) continue; // nobody signs or learns in their stead
    const facts = factsOf(task);
    const heirs = await heirsOf(store, leaving, staff, definitionOf, task);
    moves.push({ task, held: partsOf(facts, leaving.person), ...takenOverBy(facts, leaving.person, heirs) });
  }
  return moves;
}

/** Open tasks in which the person has any part. */
export const openTasksOf = (store: Store, person: string): Promise<Task[]> =>
  store.tasks.find(
    {
      state: { $nin: [...closedStates] },
      $or: ['assignee', 'onBehalfOf', 'confirmer', 'accountable', 'deputy'].map((part) => ({ [part]: person })),
    },
    { sort: { due: 1, _id: 1 } },
  );
