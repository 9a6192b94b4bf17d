import { jsonSchemaOf } from '../domain/jsonSchema.ts';
import type { Task } from '../domain/records/task.ts';
import type { TrailEntry } from '../domain/records/trail.ts';
import { factsOf } from '../domain/taskFacts.ts';
import { append } from '../models/trail.ts';
import type { Activities } from '../workflows/engine/contract.ts';
import type { Deps } from './deps.ts';
import { processOf, taskOf } from './knowledge.ts';
import type { Post } from './post.ts';
import { carryOut, catchUp, chainOfTask } from './steps/carryOut.ts';
import { type OpenTaskInput, type Promised, promise } from './steps/promised.ts';

/**
 * Opens a task: who is asked, by when, who is told if late, all frozen in the trail and on the task; later changes of definition, holidays or ladder
 * move nothing that was promised. A task that is there already is read: an execution that begins again goes on where the last one was.
 */
export const createOpenTask =
  (deps: Deps, post: Post): Activities['openTask'] =>
  async (input) => {
    const there = await deps.store.tasks.get(input.id);
    const task = there === undefined ? await open(deps, post, input) : await catchUp(deps, post, there);
    return { facts: factsOf(task), seq: task.seq, wakes: wakesOf(deps, task), execution: input.execution };
  };

async function open(deps: Deps, post: Post, input: OpenTaskInput): Promise<Task> {
  const { entry } = await append(deps.store, {
    ...{ chain: chainOfTask(input.id), seq: 1, event: 'opened' },
    ...(await promise(deps, input)),
  });
  const task = taskBy(entry, input);
  await deps.store.tasks.insert(task);
  await carryOut(deps, post, task, entry);
  return task;
}

/** The document of a task that was just opened: what the first entry of its chain promised, and nothing else. */
export function taskBy(entry: TrailEntry, { id, process, attempt }: Pick<OpenTaskInput, 'id' | 'process' | 'attempt'>): Task {
  const { settings: _settings, ladder: _ladder, key: _key, rungs, ...promised } = entry.data as Promised;
  return {
    ...{ id, process, attempt, state: 'open', seq: 1, version: 1, assignment: 1, level: 0, undeliverable: false },
    ...promised,
    ...{ openedAt: entry.at, baselineDue: promised.due, rungs: rungs.map((rung) => ({ ...rung, state: 'pending' })) },
    outcomeSchema: JSON.stringify(jsonSchemaOf(taskOf(processOf(process), promised.task).outcome)),
  };
}

/** The rungs that are still to come, in real time. */
export const wakesOf = ({ clock }: Deps, task: Task) =>
  task.rungs.filter((rung) => rung.state === 'pending').map(({ key, at, level }) => ({ key, at: clock.toReal(at), level }));
