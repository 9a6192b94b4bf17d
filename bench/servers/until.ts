import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until it holds; what is measured is busy meanwhile, so it is not asked often. */
export async function until(what: string, ask: () => Promise<boolean>, withinMs = 900_000, everyMs = 100): Promise<void> {
  for (const end = performance.now() + withinMs; !(await ask()); await sleep(everyMs))
    if (performance.now() > end) throw new Error(`waited ${withinMs / 1000} s in vain: ${what}`);
}

/** Does the work for every item, so many at the same time. */
export async function inFlight<T>(items: readonly T[], count: number, work: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = items.values();
  const one = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: count }, one));
}

/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
