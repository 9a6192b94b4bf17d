import type { Risk } from '../domain/records/risk.ts';
import type { TrailEntry } from '../domain/records/trail.ts';
import { chainOf } from './registers.ts';
import type { Store } from './store.ts';

/** Trail entries of a risk and of its controls that are newer than its last assessment, oldest first; none when it was never assessed. */
export async function changesSince(store: Store, risk: Pick<Risk, 'id' | 'controls' | 'lastAssessment'>): Promise<TrailEntry[]> {
  if (risk.lastAssessment === undefined) return [];
  const chains = [chainOf('risks', risk.id), ...risk.controls.map(({ control }) => chainOf('controls', control))];
  const since = await sinceWhen(store, risk.lastAssessment);
  const entries = await store.trail.find({ chain: { $in: chains }, at: { $gt: since } }, { sort: { at: 1 } });
  // The entry that brought the risk to its assessment, and what came with an import, are no changes since.
  return entries.filter((entry) => entry.event !== 'assessed' && entry.seq > 1);
}

async function sinceWhen(store: Store, last: NonNullable<Risk['lastAssessment']>): Promise<string> {
  return (await store.assessments.get(last.id))?.at ?? `${last.day}T23:59:59.999Z`;
}
