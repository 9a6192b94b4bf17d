import { condition, patched } from '@temporalio/workflow';
import type { Wake } from './contract.ts';

/** True when the next rung's instant came before anything else. */
export async function nextComes(wake: Wake | undefined, woken: () => boolean): Promise<boolean> {
  if (woken()) return false;
  if (wake !== undefined) return instantComes(wake.at, woken);
  await condition(woken);
  return false;
}

/**
 * True when the instant came before anything else. A past instant is no wait at all: a timer of zero or less has side effects. A timer lasts as long as it
 * was to be until then; where the server's clock was moved back meanwhile it ends too soon, and the rest is waited for. With `leastMs` there is a timer in
 * any case.
 */
export async function instantComes(at: string, woken: () => boolean, leastMs = 0): Promise<boolean> {
  for (let ms = Math.max(leastMs, msUntil(at)); ms > 0; ms = msUntil(at)) {
    if (await condition(woken, ms)) return false;
    if (msUntil(at) > 0 && !patched('neverEarly')) return true;
  }
  return true;
}

const msUntil = (at: string): number => Date.parse(at) - Date.now();

/** Takes off all rungs whose instant has come: after a long outage there are several. */
export function dueNow(wakes: Wake[]): Wake[] {
  const passed = wakes.filter((wake, n) => n === 0 || msUntil(wake.at) <= 0).length;
  return wakes.splice(0, passed);
}
