import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Command, TaskFacts } from '../../domain/rules/task.ts';
import type { Ending } from './contract.ts';

/** What people and programs say to a task. Refused by its validator without an event; answered when the change is recorded. */
export const commandTask = defineUpdate<TaskFacts, [Command]>('command');

/** Commands of the engine itself (the run ended, a mail was refused): one that no longer applies is simply too late. */
export const engineCommand = defineSignal<[Command]>('engineCommand');

/** Ends a run: cancelled by a person, or superseded by the next period. */
export const endRun = defineUpdate<void, [Ending]>('endRun');

/** The same to a batch of a run, from its parent. */
export const endBatch = defineSignal<[Ending]>('endBatch');

/** There is post for this person. */
export const nudge = defineSignal('nudge');
