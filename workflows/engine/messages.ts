import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Command, TaskFacts } from '../../domain/rules/taskShape.ts';
import type { Ending, Trigger } from './contract.ts';

/** What people and programs say to a task. Refused by its validator without an event; answered when the change is recorded. */
export const commandTask = defineUpdate<TaskFacts, [Command]>('command');

/** Commands of the engine itself (the run ended, a mail was refused): one that no longer applies is simply too late. */
export const engineCommand = defineSignal<[Command]>('engineCommand');

/** Ends a run: somebody cancels it. */
export const endRun = defineUpdate<void, [Ending]>('endRun');

/** The same from the engine: to a run that the next period supersedes, to a batch from its parent. A signal waits for no worker. */
export const endByEngine = defineSignal<[Ending]>('endByEngine');

/** There is post for this person; true when it does not wait for the rest of a wave. */
export const nudge = defineSignal<[urgent?: boolean]>('nudge');

/** A schedule record has changed. */
export const schedulesChanged = defineSignal('schedulesChanged');

/** The same came up again while this run is open: no other one is opened for it. */
export const triggerRun = defineSignal<[Trigger]>('triggerRun');

/** A record that a run watches may have changed. */
export const recordChanged = defineSignal('recordChanged');
