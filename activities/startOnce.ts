import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { schedulesChanged } from '../workflows/engine/messages.ts';
import { searchAttributes } from '../workflows/engine/searchAttributes.ts';

export const taskQueue = 'isms';

/** What a workflow is found by in Temporal's lists. */
export type FoundBy = { process: string; run: string; period?: string | undefined };

/** Starts a workflow under its id; false when it runs already, which is fine. */
export async function startOnce(
  client: Client,
  { type, id, input, foundBy }: { type: string; id: string; input: object; foundBy?: FoundBy },
): Promise<boolean> {
  try {
    await client.workflow.start(type, {
      ...{ workflowId: id, taskQueue, args: [input], workflowTaskTimeout: '3s' },
      ...(foundBy !== undefined && { typedSearchAttributes: attributesOf(foundBy) }),
    });
    return true;
  } catch (failure) {
    if (failure instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw failure;
  }
}

export const attributesOf = ({ process, run, period }: FoundBy): TypedSearchAttributes =>
  new TypedSearchAttributes([
    { key: searchAttributes.process, value: process },
    { key: searchAttributes.run, value: run },
    ...(period === undefined ? [] : [{ key: searchAttributes.period, value: period }]),
  ]);

/** Starts the workflow of a departure document; one that runs already is fine. */
export async function startDeparture(client: Client, id: string): Promise<void> {
  await startOnce(client, { type: 'departure', id, input: { departure: id } });
}

/** The schedule records have changed, or may have: Temporal's schedules are brought to them. May be said at any time. */
export async function tellScheduler(client: Client): Promise<void> {
  await client.workflow.signalWithStart('scheduler', {
    ...{ workflowId: 'scheduler', taskQueue, args: [], workflowTaskTimeout: '3s', signal: schedulesChanged },
  });
}
