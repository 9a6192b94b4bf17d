import type { Levels } from '../../domain/records/common.ts';
import { Band } from '../../domain/records/common.ts';
import type { HeatMap } from '../../domain/records/dashboard.ts';
import type { Risk } from '../../domain/records/risk.ts';
import { bandOf } from '../../domain/rules/risk.ts';
import type { Filter } from '../../models/collection.ts';
import { criteriaNow } from '../../models/knowledge.ts';
import type { Store } from '../../models/store.ts';

const fields = ['inherent', 'current', 'residual', 'status'] as const;
type Seen = Pick<Risk, (typeof fields)[number]>;

/** Risks that stand: all but drafts, and what is closed or avoided. */
export const standingRisks: Filter = { status: { $nin: ['draft', 'closed', 'avoided'] } };

/** How many risks lie where, by the criteria in force; what was never judged lies nowhere. */
export async function heatMapOf(store: Store, which: Filter = standingRisks): Promise<HeatMap> {
  const criteria = await criteriaNow(store);
  const all = await store.risks.pick(which, fields);
  const { likelihood, consequence, matrix } = criteria;
  const isOnScale = (levels: Levels) => matrix[levels.likelihood - 1]?.[levels.consequence - 1] !== undefined;
  const levelsOf = (which: 'inherent' | 'current' | 'residual') => all.flatMap((risk: Seen) => risk[which] ?? []).filter(isOnScale);
  const countsOf = (levels: readonly Levels[]) =>
    matrix.map((row, l) => row.map((_, c) => levels.filter((one) => one.likelihood === l + 1 && one.consequence === c + 1).length));
  const current = levelsOf('current');
  return {
    ...{ risks: all.length, likelihood, consequence, bands: matrix },
    ...{ inherent: countsOf(levelsOf('inherent')), current: countsOf(current), target: countsOf(levelsOf('residual')) },
    byBand: [...Band.options].reverse().map((band) => ({ band, risks: current.filter((one) => bandOf(criteria, one) === band).length })),
  };
}
