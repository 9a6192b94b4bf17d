import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from '../../domain/records/run.ts';
import type { Command } from '../../domain/rules/taskShape.ts';
import { commandTask, endRun } from '../../workflows/engine/messages.ts';
import { isNotYet } from './asked.ts';
import type { Engine } from './engine.ts';
import { ids } from './organization.ts';
import { eventually } from './time.ts';

type At = Pick<Engine, 'client'>;

/** A judgement of somebody who is signed in, as the command that their task is sent. */
const judgementOf = (person: string): Command => ({
  do: 'complete',
  by: { person, roles: [], via: 'login' },
  outcome: { likelihood: 1, consequence: 1, verdict: 'change', reason: 'Fine.' },
});

export const answer = ({ client }: At, task: string, person: string): Promise<unknown> =>
  untilTaken((updateId) => client.workflow.getHandle(task).executeUpdate(commandTask, { args: [judgementOf(person)], updateId }));

/** The same as soon as it can be: a task takes commands a moment after its document is there. */
export const answerOnceOpen = (at: At, task: string, person: string): Promise<true> =>
  eventually(`${task} is answered`, () =>
    answer(at, task, person).then(
      () => true as const,
      (failure: Error) => {
        if (failure.name !== 'WorkflowNotFoundError') throw failure;
        return undefined;
      },
    ),
  );

/** A busy machine may let an update wait until its call is over, or does not take it yet; under the same id it is asked again, and done once. */
async function untilTaken<T>(send: (updateId: string) => Promise<T>): Promise<T> {
  for (const id = randomUUID(); ; await sleep(50)) {
    try {
      return await send(id);
    } catch (failure) {
      if ((failure as Error).name !== 'WorkflowUpdateRPCTimeoutOrCancelledError' && !isNotYet(failure)) throw failure;
    }
  }
}

/** Hanna cancels a run. */
export const cancelRun = ({ client }: At, run: string, reason = 'Opened too early.'): Promise<unknown> =>
  untilTaken((updateId) =>
    client.workflow.getHandle(run).executeUpdate(endRun, { args: [{ kind: 'cancelled', by: ids.hanna, via: 'login', reason }], updateId }),
  );

/** Hanna looks at all answers of a review together, as soon as that is asked. */
export function confirm({ client }: At, run: string): Promise<unknown> {
  const by = { person: ids.hanna, roles: ['ismsManager'], via: 'login' } as const;
  const command: Command = { do: 'complete', by, outcome: { consistent: true, newRisks: 0, note: 'All consistent.' } };
  const handle = client.workflow.getHandle(`${run}/confirm/-/1`);
  return eventually('the confirmation is asked', () => handle.executeUpdate(commandTask, { args: [command] }).catch(() => undefined));
}

/** The run document when it is closed or cancelled. */
export const closedRun = ({ store }: Pick<Engine, 'store'>, run: string): Promise<Run> =>
  eventually(
    `${run} is closed`,
    async () => {
      const found = await store.runs.get(run);
      return found?.status === 'open' ? undefined : found;
    },
    120_000,
  );
