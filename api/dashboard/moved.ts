import { groupedBy } from '../../domain/groupedBy.ts';
import type { Day, Instant, Levels } from '../../domain/records/common.ts';
import type { Moved } from '../../domain/records/dashboard.ts';
import { bandOf, bandRank } from '../../domain/rules/risk.ts';
import { criteriaNow } from '../../models/knowledge.ts';
import type { Store } from '../../models/store.ts';

const fields = ['risk', 'at', 'previous', 'likelihood', 'consequence', 'verdict'] as const;

/** How many risks were judged out of their band since then, both bands by the criteria in force; what was closed went nowhere. */
export async function movedSince(store: Store, since: { day: Day; at: Instant }): Promise<Moved> {
  const criteria = await criteriaNow(store);
  const isOnScale = ({ likelihood, consequence }: Levels) => criteria.matrix[likelihood - 1]?.[consequence - 1] !== undefined;
  const rankOf = (levels: Levels) => bandRank(bandOf(criteria, levels));
  const judged = await store.assessments.pick({ at: { $gte: since.at } }, fields);
  const steps = [...groupedBy(judged, ({ risk }) => risk).values()].flatMap((ofOne) => {
    const inTurn = ofOne.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const [before, last] = [inTurn[0]?.previous, inTurn.at(-1)];
    if (before === undefined || last === undefined || last.verdict === 'close') return [];
    return isOnScale(before) && isOnScale(last) ? [rankOf(last) - rankOf(before)] : [];
  });
  return { since: since.day, down: steps.filter((step) => step < 0).length, up: steps.filter((step) => step > 0).length };
}
