import { availableParallelism, loadavg } from 'node:os';

/** Half a day a second: a quarter in three minutes. */
export const usualSpeed = 43_200;

const busy = 1.5;
const mostSlowedDown = 4;

/**
 * How fast time runs where nobody has said: people of a demo are as fast as the machine they play on, so that on a busy one a day has to last longer.
 * `load` is the number of processes that want to run, `cores` of how many at once.
 */
export function paceFor({ load, cores }: { load: number; cores: number }): number {
  const perCore = load / cores;
  return perCore < busy ? usualSpeed : Math.round(usualSpeed / Math.min(perCore, mostSlowedDown));
}

export const paceOfThisMachine = (): number => paceFor({ load: loadavg()[0] ?? 0, cores: availableParallelism() });
