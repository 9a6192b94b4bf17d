import type { Task } from '../../domain/records/task.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { commandTask } from '../../workflows/engine/messages.ts';
import type { Engine } from './engine.ts';
import { eventually } from './time.ts';

export const person = (id: string, ...roles: string[]): By => ({ person: id, roles, via: 'login' });

/** The task of a run that is open now under this name; the newest, where it was asked several times. */
export const askedIn = ({ store }: Pick<Engine, 'store'>, run: string, task: string, attempt = 1): Promise<Task> =>
  eventually(`${task} is asked in ${run} for the ${attempt}. time`, () => store.tasks.first({ run, task, attempt }));

const failedPrecondition = 9; // a status of gRPC

/** A task takes commands a moment after its document is there, and Temporal none while a busy machine lets the workflow wait: whoever asked asks again. */
export const isNotYet = (failure: unknown): boolean => {
  const { cause } = failure as { cause?: { type?: string; code?: number } };
  return cause?.type === 'notOpenYet' || cause?.code === failedPrecondition;
};

/** Completes a task as somebody does who is signed in. */
export const answerTask = ({ client }: Pick<Engine, 'client'>, task: Task, by: By, outcome: object, waiver?: string): Promise<unknown> =>
  eventually(`${task.id} is answered`, () =>
    client.workflow
      .getHandle(task.id)
      .executeUpdate(commandTask, {
        args: [{ do: 'complete', by, outcome: outcome as Record<string, unknown>, ...(waiver !== undefined && { waiver }) }],
      })
      .catch((failure: unknown) => {
        if (!isNotYet(failure)) throw failure;
        return undefined;
      }),
  );
