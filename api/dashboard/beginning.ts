import type { BeginningStep } from '../../domain/records/dashboard.ts';
import { holdersOf } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';

/**
 * What an organization does before its wheel turns, in the order in which each step needs the one before; undefined once risks were reviewed for
 * the first time, because from then on the engine asks.
 */
export async function beginningOf(store: Store, risks: number): Promise<BeginningStep[] | undefined> {
  const [review] = await store.runs.find({ process: 'riskReview' }, { limit: 1 });
  if (review !== undefined) return undefined;
  return [
    { step: 'people', done: (await store.people.count({ status: 'active' })) > 1 },
    { step: 'topManagement', done: (await holdersOf(store, 'topManagement')).length > 0 },
    await foundationsOf(store),
    { step: 'risks', done: risks > 0 },
    { step: 'review', done: false },
  ];
}

/** Scope, policy, roles and criteria are approved together (4.3, 5.2, 5.3, 6.1.2). */
async function foundationsOf(store: Store): Promise<BeginningStep> {
  const isApproved = (await store.scopes.count({ status: 'approved' })) > 0 && (await store.policies.count({ status: 'approved' })) > 0;
  const [open] = await store.runs.find({ process: 'ismsSetup', status: 'open' }, { limit: 1 });
  return { step: 'foundations', done: isApproved, ...(open !== undefined && !isApproved && { run: open.id }) };
}
