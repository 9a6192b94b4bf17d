import type { Band, Levels } from '../records/common.ts';
import type { RiskCriteria } from '../records/riskCriteria.ts';

/** Position of a band from low (0) to very high (3): bands are ordered, never added up. */
export const bandRank = (band: Band): number => ({ low: 0, medium: 1, high: 2, veryHigh: 3 })[band];

/** The band that the criteria's look-up table gives for a judgement (6.1.2 d); throws RangeError for a level off the scale. */
export function bandOf(criteria: Pick<RiskCriteria, 'matrix'>, levels: Levels): Band {
  const band = criteria.matrix[levels.likelihood - 1]?.[levels.consequence - 1];
  if (band === undefined) throw new RangeError(`likelihood ${levels.likelihood} and consequence ${levels.consequence} are off the scale`);
  return band;
}

/** Whether a risk in this band needs treatment or an acceptance (6.1.2 a, 6.1.3). */
export const isAbove = (criteria: Pick<RiskCriteria, 'acceptableUpTo'>, band: Band): boolean =>
  bandRank(band) > bandRank(criteria.acceptableUpTo);

export type Judgement = Levels & { verdict: 'keep' | 'change' | 'close' };

/** Why an answer contradicts itself or the last assessment, as a sentence for the person who gave it; undefined when it does not. */
export function contradiction(previous: Levels | undefined, outcome: Judgement): string | undefined {
  const { verdict } = outcome;
  if (verdict === 'close') return undefined;
  if (previous === undefined) {
    return verdict === 'keep'
      ? 'This risk was never assessed, so there is no judgement to keep: choose "change" and give both levels.'
      : undefined;
  }
  const same = previous.likelihood === outcome.likelihood && previous.consequence === outcome.consequence;
  const last = `likelihood ${previous.likelihood} and consequence ${previous.consequence}`;
  if (verdict === 'keep' && !same) return `You keep the last judgement, but it was ${last}: choose "change", or give these levels again.`;
  if (verdict === 'change' && same)
    return `You change the judgement, but both levels are as before (${last}): choose "keep", or give other levels.`;
  return undefined;
}
