import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Lane } from './lane.ts';

type Callable = (...args: unknown[]) => Promise<unknown>;
type Any = Record<string, Callable>;

/**
 * Activities that write to the database in well under a second: local with three attempts, then the same function as a regular activity that
 * is retried for days. A local activity that keeps retrying would block the workflow while the database is away. In a `lane` none is local while another
 * one is.
 */
export function recorded<A>(lane?: Lane): A {
  const quick = proxyLocalActivities<Any>({
    startToCloseTimeout: '5s',
    retry: { maximumAttempts: 3, initialInterval: '50ms', backoffCoefficient: 2 },
  });
  const patient = proxyActivities<Any>({
    startToCloseTimeout: '1m',
    scheduleToCloseTimeout: '30 days',
    retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
  });
  const inLane = (work: () => Promise<unknown>) => (lane === undefined ? work() : lane.run(work));
  return new Proxy(
    {},
    {
      get:
        (_target, name: string) =>
        async (...args: unknown[]) => {
          try {
            return await inLane(() => (quick as Any)[name]?.(...args) as Promise<unknown>);
          } catch (failure) {
            if (isFinal(failure)) throw failure;
            return await (patient as Any)[name]?.(...args);
          }
        },
    },
  ) as A;
}

/** A non-retryable failure says that trying again cannot help; everything else is tried again for days. */
function isFinal(failure: unknown): boolean {
  const cause = (failure as { cause?: { nonRetryable?: boolean | null } }).cause;
  return cause?.nonRetryable === true;
}
