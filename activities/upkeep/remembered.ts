import { systemNow, toInstant, toMs } from '../../domain/clock.ts';
import type { Instant } from '../../domain/records/common.ts';
import { aheadOfDatabase } from '../../models/clocks.ts';
import type { Deps } from '../deps.ts';

type Found = Record<string, number>;

const keptForMs = 30 * 86_400_000;

/** Does a pass and keeps what it found for a month, so that metrics and `doctor` can say it. `at` is real time, by Temporal's clock. */
export async function remembered({ store }: Pick<Deps, 'store'>, at: Instant, pass: () => Promise<Found>): Promise<Found> {
  const begun = performance.now();
  const temporalAheadMs = Math.max(0, toMs(at) - toMs(systemNow()));
  const aheadOfDatabaseMs = await aheadOfDatabase(store);
  const found = await pass();
  await store.upkeepPasses.insert({
    ...{ id: at, at, tookMs: Math.round(performance.now() - begun), aheadOfDatabaseMs, temporalAheadMs },
    found: Object.entries(found).map(([what, count]) => ({ what, count })),
  });
  await store.upkeepPasses.remove({ at: { $lt: toInstant(toMs(at) - keptForMs) } });
  return found;
}
