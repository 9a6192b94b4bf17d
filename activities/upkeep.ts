import { heartbeat } from '@temporalio/activity';
import { TypedSearchAttributes, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import type { Instant } from '../domain/records/common.ts';
import type { Task } from '../domain/records/task.ts';
import { closedStates } from '../domain/rules/task.ts';
import type { TaskInput } from '../workflows/engine/contract.ts';
import { searchAttributes } from '../workflows/engine/searchAttributes.ts';
import type { Deps } from './deps.ts';
import { startRunWorkflow, taskQueue } from './openRun.ts';
import type { Post } from './post.ts';

/** Letters that nobody has fetched for this long have lost their letterbox. */
const patienceMs = 15 * 60_000;

/**
 * Finds what was left behind and sets it going again: runs and tasks whose document is open and whose workflow is not there (lost database,
 * terminated by hand), letters without letterbox, old answers to repeated requests. Starting what runs already changes nothing.
 */
export const createUpkeep = (deps: Deps, post: Post) => ({
  async upkeepPass({ at }: { at: Instant }): Promise<Record<string, number>> {
    const runs = await restart(await deps.store.runs.find({ status: 'open' }), async (run) => {
      if (await isRunning(deps, run.id)) return false;
      await startRunWorkflow(deps.client, run);
      return true;
    });
    const tasks = await restart(await deps.store.tasks.find({ state: { $nin: [...closedStates] } }), (task) => restartTask(deps, task));
    const letters = await deliverForgotten(deps, post, at);
    const answers = await deps.store.answered.remove({ at: { $lt: before(at, 48 * 3_600_000) } });
    return { runs, tasks, letters, answers };
  },
});

async function restart<T>(all: readonly T[], one: (item: T) => Promise<boolean>): Promise<number> {
  let restarted = 0;
  for (const item of all) {
    heartbeat(restarted);
    if (await one(item)) restarted += 1;
  }
  return restarted;
}

async function isRunning({ client }: Deps, workflowId: string): Promise<boolean> {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING';
  } catch (failure) {
    if ((failure as { name?: string }).name === 'WorkflowNotFoundError') return false;
    throw failure;
  }
}

async function restartTask(deps: Deps, task: Task): Promise<boolean> {
  if (await isRunning(deps, task.id)) return false;
  const run = await deps.store.runs.get(task.run);
  const input: TaskInput = {
    ...{ id: task.id, run: task.run, process: task.process, task: task.task, attempt: task.attempt },
    ...(task.about !== undefined && { about: task.about }),
    runOpenedAt: run?.openedAt ?? task.openedAt,
  };
  try {
    await deps.client.workflow.start('task', {
      workflowId: task.id,
      taskQueue,
      args: [input],
      workflowTaskTimeout: '3s',
      typedSearchAttributes: new TypedSearchAttributes([
        { key: searchAttributes.process, value: task.process },
        { key: searchAttributes.run, value: task.run },
      ]),
    });
    return true;
  } catch (failure) {
    if (failure instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw failure;
  }
}

/** Putting a letter that is there already only nudges its letterbox. */
async function deliverForgotten({ store, clock }: Deps, post: Post, at: Instant): Promise<number> {
  const forgotten = await store.letters.find({
    state: { $in: ['pending', 'sending', 'deferred'] },
    at: { $lt: clock.toOrganization(before(at, patienceMs)) },
  });
  await post.put(forgotten.map(({ state: _state, mail: _mail, ...letter }) => letter));
  return forgotten.length;
}

const before = (at: Instant, ms: number): Instant => new Date(Date.parse(at) - ms).toISOString();
