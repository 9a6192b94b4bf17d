import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import type { Logger } from 'pino';
import type { Store } from '../models/store.ts';
import { recordChanged } from '../workflows/engine/messages.ts';

type World = { store: Store; client: Client; log: Logger };

/**
 * Tells the runs that watch a record, e.g. `risks/RSK-017`, that it has changed. The change itself is made: when nobody can be told just now, the hourly
 * upkeep tells them, so that is said in the log and no failure of the change.
 */
export const createAnnounce =
  ({ store, client, log }: World) =>
  async (record: string): Promise<void> => {
    try {
      for (const { workflow } of await store.watches.find({ record })) await tell(client, workflow);
    } catch (failure) {
      log.warn({ record, err: failure }, 'runs that watch this record are told within the hour');
    }
  };

/** A workflow that has ended watches nothing any more. */
export async function tell(client: Client, workflow: string): Promise<boolean> {
  try {
    await client.workflow.getHandle(workflow).signal(recordChanged);
    return true;
  } catch (failure) {
    if (failure instanceof WorkflowNotFoundError) return false;
    throw failure;
  }
}
