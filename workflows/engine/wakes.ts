import { condition } from '@temporalio/workflow';
import type { Wake } from './contract.ts';

/** True when the next rung's instant came before anything else. A past instant is no wait at all: a timer of zero or less has side effects. */
export async function nextComes(wake: Wake | undefined, woken: () => boolean): Promise<boolean> {
  if (woken()) return false;
  if (wake === undefined) {
    await condition(woken);
    return false;
  }
  const ms = Date.parse(wake.at) - Date.now();
  return ms <= 0 || !(await condition(woken, ms));
}

/** Takes off all rungs whose instant has come: after a long outage there are several. */
export function dueNow(wakes: Wake[]): Wake[] {
  const passed = wakes.filter((wake, n) => n === 0 || Date.parse(wake.at) <= Date.now()).length;
  return wakes.splice(0, passed);
}
