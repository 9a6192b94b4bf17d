import type { Change } from '../domain/records/change.ts';
import { isSignificant } from '../domain/rules/change.ts';
import type { Store } from './store.ts';

/** Risks of a significant change that nobody has judged since it was proposed: it is not approved before (8.2). */
export async function unjudgedRisks(store: Store, change: Change): Promise<string[]> {
  const { risks = [], judgedFrom = change.updatedAt } = change;
  if (!isSignificant(change)) return [];
  const judged = await Promise.all(risks.map((risk) => store.assessments.first({ risk, at: { $gte: judgedFrom } })));
  return risks.filter((_risk, n) => judged[n] === undefined);
}
