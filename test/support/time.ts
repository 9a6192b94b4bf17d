import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';

// Server-side time skipping of Temporal 1.32 (flag frontend.WorkflowTimeSkippingEnabled). The TypeScript SDK 1.24 has the messages and no option,
// so the calls are made on the service itself. Experimental upstream: nothing else in the suite knows of it.

/** Lets `ms` of its own time pass for one workflow, timer by timer; returns when its clock is there and nothing is in flight. */
export async function pass(at: { connection: Connection; namespace: string }, workflowId: string, ms: number): Promise<void> {
  const id = randomUUID();
  const { connection, namespace } = at;
  const workflowExecution = { workflowId };
  await connection.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, maxSessionSkipCount: 1000, fastForwardConfig: { id, duration: duration(ms) } },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  for (;;) {
    const polled = await connection.workflowService.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution, fastForwardId: id });
    if (polled.fastForwardPollingResult === 2) return; // FAST_FORWARD_COMPLETED
    if (polled.failedReason?.includes('execution ended') === true) return; // it had nothing left to wait for
    if (polled.fastForwardPollingResult === 3) throw new Error(`time did not pass for ${workflowId}: ${polled.failedReason}`);
  }
}

/** The same until a minute after an instant of that workflow's clock, such as that of a rung: how far off it is depends on the weekends and holidays between. */
export async function passUntil(at: { connection: Connection; namespace: string }, workflowId: string, instant: string): Promise<void> {
  const { connection, namespace } = at;
  const { workflowExtendedInfo } = await connection.workflowService.describeWorkflowExecution({
    ...{ namespace, execution: { workflowId } },
  });
  const skipped = workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  const now = skipped ? Number(skipped.seconds) * 1000 + (skipped.nanos ?? 0) / 1e6 : Date.now();
  await pass(at, workflowId, Date.parse(instant) - now + 60_000);
}

const duration = (ms: number) => {
  const seconds = Math.floor(ms / 1000);
  return { seconds: seconds as never, nanos: Math.round((ms - seconds * 1000) * 1e6) }; // the generated type wants a Long and takes a number
};

/** Asks again until it holds; the message says what was waited for. A database that is too busy to answer is asked again as well. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined | false>, withinMs = 90_000): Promise<T> {
  for (const end = performance.now() + withinMs; ; await sleep(50)) {
    const answer = await ask().catch(unlessBusy);
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > end) throw new Error(`waited ${withinMs} ms in vain: ${what}`);
  }
}

function unlessBusy(failure: unknown): undefined {
  if (!/^Mongo(ServerSelection|NetworkTimeout)Error$/.test(String((failure as Error).name))) throw failure;
}
