import { type ActivityInterceptorsFactory, GracefulShutdownPeriodExpiredError, type NativeConnection, Worker } from '@temporalio/worker';
import type { MailDeps } from '../activities/deps.ts';
import { createActivities, createMailActivities } from '../activities/index.ts';
import { taskQueue } from '../activities/openRun.ts';

export type WorkerOptions = {
  connection: NativeConnection;
  namespace: string;
  /** The built workflow bundle. */
  bundle: string;
  deps: MailDeps;
  /** Mails a second: the relay's rate. */
  mailsPerSecond?: number;
  /** Sees every activity. */
  watch?: ActivityInterceptorsFactory;
};

export type RunningWorker = { stop(): Promise<void>; stopped: Promise<void>; isRunning(): boolean };

/**
 * On a busy machine a workflow may wait for the processor longer than the five seconds that the SDK gives it; cut off in the middle, it takes the whole
 * process with it. The SDK knows the option and does not type it.
 */
const patientWithWorkflows: object = { isolateExecutionTimeout: '30s' };
/** How workflows are worked on; whatever is measured against the product is run with the same. */
export const tuning = {
  ...patientWithWorkflows,
  maxCachedWorkflows: 1_500,
  maxConcurrentLocalActivityExecutions: 40,
  maxConcurrentActivityTaskExecutions: 30,
  // A killed worker's workflows answer again after a second instead of ten.
  stickyQueueScheduleToStartTimeout: '1s',
} as const;

/** A worker that does not drain in this time is let go: whatever it was doing is tried again elsewhere. */
const shutdownForceTime = '10s';

/** One process, two workers: workflows with their database activities, and mail at the relay's rate. */
export async function startWorker({
  connection,
  namespace,
  bundle,
  deps,
  mailsPerSecond = 20,
  watch,
}: WorkerOptions): Promise<RunningWorker> {
  const interceptors = { activity: watch === undefined ? [] : [watch] };
  const isms = await Worker.create({
    ...{ connection, namespace, taskQueue, interceptors },
    workflowBundle: { codePath: bundle },
    activities: createActivities(deps),
    ...tuning,
    shutdownGraceTime: '5s',
    shutdownForceTime,
  });
  const mail = await Worker.create({
    ...{ connection, namespace, taskQueue: 'mail', interceptors },
    activities: createMailActivities(deps),
    maxConcurrentActivityTaskExecutions: 5,
    maxTaskQueueActivitiesPerSecond: mailsPerSecond,
    shutdownGraceTime: '5s',
    shutdownForceTime,
  });
  const stopped = Promise.all([untilStopped(isms), untilStopped(mail)]).then(() => undefined);
  return {
    stopped,
    isRunning: () => [isms, mail].every((worker) => worker.getState() === 'RUNNING'),
    async stop() {
      for (const worker of [isms, mail]) if (worker.getState() === 'RUNNING') worker.shutdown();
      await stopped;
    },
  };
}

async function untilStopped(worker: Worker): Promise<void> {
  try {
    await worker.run();
  } catch (failure) {
    if (!(failure instanceof GracefulShutdownPeriodExpiredError)) throw failure;
  }
}
