import type { Campaign } from '../../domain/records/campaign.ts';
import { engine, type Instant } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { missingIn } from '../../models/campaigns.ts';
import type { Store } from '../../models/store.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { unrecoverable } from '../knowledge.ts';
import type { Post } from '../post.ts';
import { giveInPerson } from '../steps/inPerson.ts';

/** A call about one campaign; one of many pieces is about what comes `after` an id. */
export type Of<A = object> = Call<A & { campaign: string }>;
export type PieceOf<A = object> = Of<A & { after: string }>;

/** `last` is the last id of the piece; nothing when there is none behind it. */
export type Piece = { last: string | null };

/** So many are looked at in one piece, and so few are worked on: what an activity is given seconds for. */
export const pageSize = 1_000;
const workSize = 100;
const atOnce = 20;

/** Those of a page who are worked on now, and how far the piece came with them. */
export function pieceOf<T extends { id: string }>(page: readonly { id: string }[], wanted: readonly T[]): { now: T[] } & Piece {
  const now = wanted.slice(0, workSize);
  if (wanted.length > workSize) return { now, last: now.at(-1)?.id ?? null };
  return { now, last: page.length < pageSize ? null : (page.at(-1)?.id ?? null) };
}

export async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < all.length; n += atOnce) await Promise.all(all.slice(n, n + atOnce).map(work));
}

/** The next of those who have not answered. */
export const missingAfter = (store: Store, run: string, after: string): Promise<Task[]> =>
  store.tasks.find({ ...missingIn(run), id: { $gt: after } }, { sort: { _id: 1 }, limit: pageSize });

export async function theCampaign(store: Store, id: string): Promise<Campaign> {
  const found = await store.campaigns.get(id);
  if (found === undefined) throw unrecoverable(`there is no campaign ${id}`);
  return found;
}

/** Asks it no more. Whoever has answered in the same moment has answered. */
export const takeBack = (deps: Deps, post: Post, { id }: Task, reason: string, at: Instant) =>
  giveInPerson(deps, post, id, { do: 'cancel', by: { person: engine.person, roles: [], via: 'engine' }, reason }, at);
