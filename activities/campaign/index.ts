import type { Deps } from '../deps.ts';
import type { Post } from '../post.ts';
import { createAskSome } from './ask.ts';
import { eachOf, missingAfter, type Piece, type PieceOf, pieceOf, takeBack } from './piece.ts';
import { createRemindSome, createTellOfMissing } from './remind.ts';
import { createCampaignEnds } from './stand.ts';

export const createCampaignWrites = (deps: Deps, post: Post) => ({
  ...createCampaignEnds(deps),
  askSome: createAskSome(deps, post),
  remindSome: createRemindSome(deps, post),
  tellOfMissing: createTellOfMissing(deps, post),

  /** What is missing at the end is asked no more. */
  async endSome({ campaign, after, run, at }: PieceOf): Promise<Piece> {
    const tasks = await missingAfter(deps.store, run, after);
    const instant = deps.clock.toOrganization(at);
    const { last, now: some } = pieceOf(tasks, tasks);
    await eachOf(some, (task) => takeBack(deps, post, task, `${campaign} has ended.`, instant));
    return { last };
  },
});
