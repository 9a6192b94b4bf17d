import { tell } from '../announce.ts';
import type { Deps } from '../deps.ts';
import { changedIn } from '../lookFor.ts';

/** Runs that were not told of a change are told now; what nobody waits for any more is removed. Returns how many were told. */
export async function sweepWatches({ store, client }: Pick<Deps, 'store' | 'client'>): Promise<number> {
  let told = 0;
  for (const watch of await store.watches.find({})) {
    const run = await store.runs.get(watch.run);
    if (run?.status !== 'open') await store.watches.remove({ id: watch.id });
    else if ((await changedIn(store, watch)) !== undefined && (await tell(client, watch.workflow))) told += 1;
  }
  return told;
}
