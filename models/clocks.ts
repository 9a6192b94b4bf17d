import { systemNow, toMs } from '../domain/clock.ts';
import type { Store } from './store.ts';

/** By how many ms the clock of this machine is ahead of the database's, to within half a round trip. */
export async function aheadOfDatabase(store: Pick<Store, 'now'>): Promise<number> {
  const before = toMs(systemNow());
  const theirs = toMs(await store.now());
  const after = toMs(systemNow());
  return Math.round((before + after) / 2 - theirs);
}
