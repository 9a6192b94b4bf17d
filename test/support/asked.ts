import { outcomeProblems } from '../../api/outcomes.ts';
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

/** Waits until it is asked in this run, and answers it so; the task as it was asked. */
export async function answered(
  engine: Pick<Engine, 'client' | 'store'>,
  { run, task, attempt }: { run: string; task: string; attempt: number },
  by: By,
  outcome: object,
): Promise<Task> {
  const asked = await askedIn(engine, run, task, attempt);
  await answerTask(engine, asked, by, outcome);
  return asked;
}

/** What is wrong with an answer, each with its place. */
export const sentencesOf = async ({ store, clock }: Pick<Engine, 'store' | 'clock'>, task: Task, outcome: object): Promise<string[]> =>
  (await outcomeProblems(store, task, outcome as Record<string, unknown>, clock.now())).map(({ path, message }) => `${path}: ${message}`);
