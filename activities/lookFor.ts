import type { Watch } from '../domain/records/acceptance.ts';
import type { Store } from '../models/store.ts';
import { differingIn, type Watched } from '../models/watching.ts';
import type { Activities } from '../workflows/engine/contract.ts';
import type { Deps } from './deps.ts';

/**
 * Writes down what a run watches, then looks: a change that comes in between finds the watch, one of before is seen. Says what differs from what was
 * frozen; then nothing is watched any more.
 */
export const createLookFor =
  ({ store }: Pick<Deps, 'store'>): Activities['lookFor'] =>
  async ({ watched, workflow, run, key }) => {
    const watches = watched.map((one, n): Watch => ({ id: `${key}/${n + 1}`, run, workflow, ...one }));
    await store.watches.insertMissing(watches);
    for (const watch of watches) {
      const changed = await changedIn(store, watch);
      if (changed === undefined) continue;
      await store.watches.remove({ id: { $in: watches.map(({ id }) => id) } });
      return changed;
    }
    return null;
  };

/** Which field of a watched record is not what it was, e.g. `risks/RSK-017 owner`; undefined when all are. */
export async function changedIn(store: Store, watched: Watched): Promise<string | undefined> {
  const [first] = await differingIn(store, watched);
  return first === undefined ? undefined : `${first.record} ${first.field}`;
}
