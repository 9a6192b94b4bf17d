import type { WorkflowHandle } from '@temporalio/client';
import type { Asking } from '../../workflows/engine/powers.ts';
import type { Engine } from './engine.ts';
import { addRisks } from './organization.ts';
import { eventually } from './time.ts';

type At = Pick<Engine, 'client' | 'store' | 'clock'>;

/** One task of its own about a new risk, without a run around it; returns its id when it takes commands. */
export async function startTask(
  engine: At,
  { risk, owner, runOpenedAt = engine.clock.now(), ...asking }: { risk: string; owner: string; runOpenedAt?: string } & Asking,
): Promise<string> {
  await addRisks(engine.store, owner, [risk]);
  const run = 'riskReview-2026-Q4';
  const id = `${run}/reassess/${risk}/1`;
  const input = { id, run, process: 'riskReview', task: 'reassess', about: risk, attempt: 1, runOpenedAt, ...asking };
  const handle = await engine.client.workflow.start('task', {
    workflowId: id,
    taskQueue: 'isms',
    args: [input],
    workflowTaskTimeout: '3s',
  });
  await eventually('the task is open', () => engine.store.tasks.get(id));
  await takesCommands(handle);
  return id;
}

/** The document of a task is there a moment before its workflow knows it: the marker of the opening and the timer of the first rung come after. */
export const takesCommands = (handle: Pick<WorkflowHandle, 'describe'>): Promise<unknown> =>
  eventually('the task takes commands', async () => (await handle.describe()).historyLength > 5);
