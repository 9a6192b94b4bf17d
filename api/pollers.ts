import type { Client } from '@temporalio/client';

/** Somebody who asks a queue for work, and when they did last, by Temporal's clock. */
export type Poller = { identity: string; heardAtMs: number };

const kinds = { workflow: 1, activity: 2 } as const;

/** A worker asks at least once a minute. */
export async function pollersOf({ options, workflowService }: Client, taskQueue: string, kind: keyof typeof kinds): Promise<Poller[]> {
  const queue = { namespace: options.namespace, taskQueue: { name: taskQueue }, taskQueueType: kinds[kind] };
  const { pollers } = await workflowService.describeTaskQueue(queue);
  return (pollers ?? []).map(({ identity, lastAccessTime }) => ({
    identity: identity ?? '',
    heardAtMs: Number(lastAccessTime?.seconds ?? 0) * 1000 + Number(lastAccessTime?.nanos ?? 0) / 1e6,
  }));
}
