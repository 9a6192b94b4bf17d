import { ApplicationFailure, ApplicationFailureCategory, WorkflowNotFoundError } from '@temporalio/common';
import type { Activities } from '../workflows/engine/contract.ts';
import type { Deps } from './deps.ts';

/**
 * What came of a workflow that an earlier execution had started. While it runs this fails and is tried again: whoever waits for months, and there
 * may be thousands, must not keep a worker's place for it.
 */
export const createAwaitWorkflow =
  ({ client }: Pick<Deps, 'client'>): Activities['awaitWorkflow'] =>
  async ({ workflow }) => {
    const handle = client.workflow.getHandle(workflow);
    const status = await statusOf(handle);
    if (status === 'RUNNING')
      throw ApplicationFailure.create({ message: `${workflow} is at work`, type: 'atWork', category: ApplicationFailureCategory.BENIGN });
    return status === 'COMPLETED' ? { result: await handle.result() } : {};
  };

/** The state of a workflow, e.g. `RUNNING` or `TERMINATED`; undefined when the server has forgotten it. */
export async function statusOf(handle: { describe(): Promise<{ status: { name: string } }> }): Promise<string | undefined> {
  try {
    return (await handle.describe()).status.name;
  } catch (failure) {
    if (failure instanceof WorkflowNotFoundError) return undefined;
    throw failure;
  }
}
