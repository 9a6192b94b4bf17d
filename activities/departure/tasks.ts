import { setTimeout as sleep } from 'node:timers/promises';
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import type { Departure } from '../../domain/records/departure.ts';
import type { Task } from '../../domain/records/task.ts';
import { unansweredStates } from '../../domain/rules/task.ts';
import type { Command } from '../../domain/rules/taskShape.ts';
import { staffAfter } from '../../models/leaving/heirs.ts';
import { type TaskMove, taskMoves } from '../../models/leaving/tasks.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import type { DepartureActivities } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { tellTask } from '../taskWorkflow.ts';
import { orderedBy, theDeparture } from './theDeparture.ts';

const looks = 40;
const betweenMs = 250;

/**
 * Tells every open task who takes over, and looks until each has taken it in. A task that was answered or changed on the way is judged anew; one that
 * nobody may take stays.
 */
export const createHandOverTasks =
  (deps: Deps): DepartureActivities['handOverTasks'] =>
  async ({ departure: id, at: real }) => {
    const departure = await theDeparture(deps, id);
    const at = deps.clock.toOrganization(real);
    for (const task of await inPersonOf(deps, departure)) await tellTask(deps, task, takenBack(departure), at);
    for (const { task, to } of await movable(deps, departure)) await tellTask(deps, task, commandOf(departure, to), at);
    for (let look = 0; look < looks; look += 1) {
      if ((await movable(deps, departure)).length === 0) return;
      await sleep(betweenMs);
    }
    throw ApplicationFailure.create({
      message: `tasks have not taken in ${id} yet`,
      type: 'atWork',
      category: ApplicationFailureCategory.BENIGN,
    });
  };

async function movable({ store }: Deps, departure: Departure): Promise<TaskMove[]> {
  const moves = await taskMoves(store, departure, await staffAfter(store, departure), definitionOf);
  return moves.filter(({ to }) => Object.keys(to).length > 0);
}

/** What somebody was asked by themselves is nobody else's to answer: it is asked no more. */
const inPersonOf = ({ store }: Deps, { person }: Departure): Promise<Task[]> =>
  store.tasks.find({ assignee: person, state: { $in: [...unansweredStates] }, inPerson: true });

const takenBack = (departure: Departure): Command => ({
  do: 'cancel',
  by: orderedBy(departure),
  reason: departure.reason,
  key: departure.id,
});

const commandOf = (departure: Departure, to: TaskMove['to']): Command => ({
  ...{ do: 'handOver', by: orderedBy(departure), from: departure.person, to, reason: departure.reason, key: departure.id },
});
