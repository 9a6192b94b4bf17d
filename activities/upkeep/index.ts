import { toInstant, toMs } from '../../domain/clock.ts';
import type { Instant } from '../../domain/records/common.ts';
import type { UpkeepActivities } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import type { PostOffice } from '../post.ts';
import { tellScheduler } from '../startOnce.ts';
import { remembered } from './remembered.ts';
import { restartLost } from './restart.ts';
import { tidy } from './tidy.ts';
import { sweepWatches } from './watches.ts';

/** Letters that nobody has fetched for this long have lost their letterbox. */
const patienceMs = 15 * 60_000;

/**
 * Finds what was left behind and sets it going again: runs, tasks and imports whose document is open and whose workflow is not there (lost
 * database, terminated by hand), letters without letterbox; and removes what has served its time. Returns how many of each it found.
 */
export const createUpkeep = (deps: Deps, post: PostOffice): UpkeepActivities => ({
  upkeepPass: ({ at }) =>
    remembered(deps, at, async () => {
      const restarted = await restartLost(deps);
      await tellScheduler(deps.client);
      const watches = await sweepWatches(deps);
      return { ...restarted, watches, letters: await deliverForgotten(deps, post, at), ...(await tidy(deps, at)) };
    }),
});

async function deliverForgotten({ store, clock }: Deps, post: PostOffice, at: Instant): Promise<number> {
  const forgotten = await store.letters.find({
    state: { $in: ['pending', 'sending', 'deferred'] },
    at: { $lt: clock.toOrganization(toInstant(toMs(at) - patienceMs)) },
  });
  if (forgotten.length > 0) await post.nudge(forgotten.map(({ person }) => person));
  return forgotten.length;
}
