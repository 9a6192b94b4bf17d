import { ApplicationFailure } from '@temporalio/common';
import type { ProcessDefinition, TaskDefinition } from '../domain/process.ts';
import type { LadderName } from '../domain/records/settings.ts';
import type { Task } from '../domain/records/task.ts';
import { definitionOf } from '../workflows/definitions.ts';

/** An unknown key cannot be cured by trying again: the workflow fails visibly instead of retrying for days. */
export const unrecoverable = (message: string): ApplicationFailure => ApplicationFailure.nonRetryable(message, 'unrecoverable');

/** Somebody else has written where this execution wanted to: it begins again from the document. */
export const conflict = (message: string): ApplicationFailure => ApplicationFailure.nonRetryable(message, 'trailConflict');

export function processOf(key: string): ProcessDefinition {
  const definition = definitionOf(key);
  if (definition === undefined) throw unrecoverable(`there is no process ${key}`);
  return definition;
}

export function taskOf(definition: ProcessDefinition, key: string): TaskDefinition {
  const task = definition.tasks[key];
  if (task === undefined) throw unrecoverable(`${definition.key} has no task ${key}`);
  return task;
}

/** How pressing a task is by its definition, or its confirmation once it is answered; undefined for a process that there is no more. */
export function ladderNameOf({ process, task, state }: Pick<Task, 'process' | 'task' | 'state'>): LadderName | undefined {
  const rule = definitionOf(process)?.tasks[task];
  return state === 'submitted' ? (rule?.confirmedBy?.ladder ?? 'approval') : rule?.ladder;
}
