import type { Client } from '@temporalio/client';
import type { Clock } from '../domain/clock.ts';
import type { Instant } from '../domain/records/common.ts';
import type { Task } from '../domain/records/task.ts';
import type { Command } from '../domain/rules/taskShape.ts';
import type { Store } from '../models/store.ts';
import type { TaskInput } from '../workflows/engine/contract.ts';
import { engineCommand } from '../workflows/engine/messages.ts';
import { createPost } from './post.ts';
import { attributesOf, startOnce, taskQueue } from './startOnce.ts';
import { giveInPerson } from './steps/inPerson.ts';

type World = { store: Store; client: Client; clock: Clock };

async function inputOf(store: Store, { id, run, process, task, attempt, about, openedAt }: Task): Promise<TaskInput> {
  const runOpenedAt = (await store.runs.get(run))?.openedAt ?? openedAt;
  return { id, run, process, task, attempt, runOpenedAt, namesOneRung: true, ...(about !== undefined && { about }) };
}

/** Starts the workflow of a task document; one that runs already is fine. It goes on where the document says that it was. */
export async function startTaskWorkflow({ store, client }: Pick<World, 'store' | 'client'>, task: Task): Promise<void> {
  const { id, process, run } = task;
  await startOnce(client, { type: 'task', id, input: await inputOf(store, task), foundBy: { process, run } });
}

/** Tells a task something on behalf of the engine, and starts its workflow when that is gone; one that has none of its own takes it at once. */
export async function tellTask(world: World, task: Task, command: Command, at: Instant): Promise<void> {
  const { store, client } = world;
  const { id, process, run } = task;
  if (task.inPerson === true) return void (await giveInPerson(world, createPost(world), id, command, at));
  await client.workflow.signalWithStart('task', {
    ...{ workflowId: id, taskQueue, args: [await inputOf(store, task)], workflowTaskTimeout: '3s' },
    ...{ signal: engineCommand, signalArgs: [command], typedSearchAttributes: attributesOf({ process, run }) },
  });
}
