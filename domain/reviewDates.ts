import { DateTime } from 'luxon';
import { periodBounds } from './period.ts';
import type { Band, Day } from './records/common.ts';
import type { Risk } from './records/risk.ts';
import type { RiskCriteria } from './records/riskCriteria.ts';

type Cadence = Pick<RiskCriteria, 'bands'>;
type BandRule = RiskCriteria['bands'][number];

/** When a risk of this band that was judged on `day` is to be looked at again: as many months later as the criteria say. */
export const nextReviewDay = (day: Day, band: Band, criteria: Cadence): Day => monthsAfter(day, ruleOf(criteria, band).reviewMonths);

/** Until which day an acceptance that is decided on `day` holds at the longest: as many months as the criteria have for the band (G14). */
export const lastValidDay = (day: Day, band: Band, criteria: Cadence): Day => monthsAfter(day, ruleOf(criteria, band).validMonths);

/** What the criteria say about a band; throws RangeError when they say nothing. */
export function ruleOf({ bands }: Cadence, band: Band): BandRule {
  const rule = bands.find((one) => one.band === band);
  if (rule === undefined) throw new RangeError(`the criteria have no rule for the band ${band}`);
  return rule;
}

/** So many months later, at the latest the last day of that month. */
export function monthsAfter(day: Day, months: number): Day {
  const from = DateTime.fromISO(day, { zone: 'utc' });
  if (!from.isValid) throw new RangeError(`not a day: ${day}`);
  return from.plus({ months }).toFormat('yyyy-MM-dd');
}

/**
 * Whether the review of a period asks about this risk (8.2): it was never assessed, or its next review falls before the period ends.
 * A draft is not yet in the register, a closed risk no longer.
 */
export function isDue(risk: Pick<Risk, 'status' | 'lastAssessment' | 'nextReview'>, period: string, criteria: Cadence): boolean {
  if (risk.status === 'draft' || risk.status === 'closed') return false;
  const last = risk.lastAssessment;
  if (last === undefined) return true;
  return (risk.nextReview ?? nextReviewDay(last.day, last.band, criteria)) <= periodBounds(period).last;
}

/** Whether the criteria want this risk looked at more often than once a quarter. */
export const isFrequent = (risk: Pick<Risk, 'lastAssessment'>, { bands }: Cadence): boolean =>
  bands.some(({ band, reviewMonths }) => band === risk.lastAssessment?.band && reviewMonths < 3);
