import { setTimeout as sleep } from 'node:timers/promises';

/** Tries until it works: a server that is still starting, or away for a while, costs nothing but delay. `tell` hears of each failure. */
export async function untilItWorks<T>(what: () => Promise<T>, tell: (failure: unknown) => void, everyMs = 500): Promise<T> {
  for (;;) {
    try {
      return await what();
    } catch (failure) {
      tell(failure);
      await sleep(everyMs);
    }
  }
}
