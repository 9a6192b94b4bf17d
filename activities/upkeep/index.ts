import { heartbeat } from '@temporalio/activity';
import { toInstant, toMs } from '../../domain/clock.ts';
import type { Instant } from '../../domain/records/common.ts';
import { pauseOf } from '../../models/mailSwitch.ts';
import type { UpkeepActivities } from '../../workflows/engine/contract.ts';
import { statusOf } from '../awaitWorkflow.ts';
import type { Deps } from '../deps.ts';
import { letterboxId, type PostOffice } from '../post.ts';
import { tellScheduler } from '../startOnce.ts';
import { remembered } from './remembered.ts';
import { restartLost } from './restart.ts';
import { startReviews } from './reviews.ts';
import { tidy } from './tidy.ts';
import { sweepWatches } from './watches.ts';

/** Letters that nobody has fetched for this long have lost their letterbox. */
const patienceMs = 15 * 60_000;

/**
 * Finds what was left behind and sets it going again: runs, tasks and imports whose document is open and whose workflow is not there (lost
 * database, terminated by hand), letters without letterbox, imported documents whose review was not started; and removes what has served its time. Returns how many of each it found.
 */
export const createUpkeep = (deps: Deps, post: PostOffice): UpkeepActivities => ({
  upkeepPass: ({ at }) =>
    remembered(deps, at, async () => {
      const restarted = await restartLost(deps);
      await tellScheduler(deps.client);
      const watches = await sweepWatches(deps);
      const reviews = await startReviews(deps);
      return { ...restarted, watches, reviews, letters: await deliverForgotten(deps, post, at), ...(await tidy(deps, at)) };
    }),
});

/** Letters that wait for a daily mail or for the relay have a letterbox; while mail is paused none has one, and none is missing. */
async function deliverForgotten({ store, client, clock }: Deps, post: PostOffice, at: Instant): Promise<number> {
  if ((await pauseOf(store)) !== undefined) return 0;
  const old = await store.letters.find({
    state: { $in: ['pending', 'sending', 'deferred'] },
    at: { $lt: clock.toOrganization(toInstant(toMs(at) - patienceMs)) },
  });
  const forgotten = new Set<string>();
  for (const person of new Set(old.map((letter) => letter.person))) {
    heartbeat(person);
    if ((await statusOf(client.workflow.getHandle(letterboxId(person)))) !== 'RUNNING') forgotten.add(person);
  }
  await post.nudge([...forgotten]);
  return old.filter(({ person }) => forgotten.has(person)).length;
}
