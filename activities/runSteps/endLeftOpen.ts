import type { Instant } from '../../domain/records/common.ts';
import { closedStates } from '../../domain/rules/task.ts';
import type { Ending } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { tellTask } from '../taskWorkflow.ts';

/**
 * Tells tasks that the run did not know of: an execution that began again and was ended at once has joined none of those that an earlier one had
 * opened. Usually there are none.
 */
export async function endLeftOpen(
  deps: Pick<Deps, 'store' | 'client' | 'clock'>,
  run: string,
  { kind, reason }: Ending,
  at: Instant,
): Promise<void> {
  const command = {
    do: kind === 'superseded' ? 'supersede' : 'cancel',
    by: { person: 'engine', roles: [], via: 'engine' },
    reason,
  } as const;
  for (const task of await deps.store.tasks.find({ run, state: { $nin: [...closedStates] } })) await tellTask(deps, task, command, at);
}
