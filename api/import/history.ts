import type { Band, Day, Levels } from '../../domain/records/common.ts';
import type { Assessment, Risk } from '../../domain/records/risk.ts';
import { nextReviewDay } from '../../domain/reviewDates.ts';
import { isAbove } from '../../domain/rules/risk.ts';
import type { ReadRow } from './columns.ts';
import type { ImportContext } from './context.ts';
import type { RiskColumn } from './riskColumns.ts';
import { dayOf, present } from './values.ts';

export type ReviewDates = { assessedOn?: Day; nextReview?: Day };
type Judged = { current?: Levels; band?: Band };

/** When the risk was last judged and is to be judged again; what contradicts itself is reported. */
export function reviewDatesOf(row: ReadRow<RiskColumn>, current: Levels | undefined, today: Day): ReviewDates {
  const [assessed, review, level] = [row.cell('assessed_on'), row.cell('next_review'), row.cell('current_likelihood')];
  const assessedOn = dayOf(assessed);
  const nextReview = dayOf(review);
  if (assessedOn !== undefined && assessedOn > today)
    assessed.refuse('wrongDate', `${assessedOn} is in the future: nothing was assessed then.`);
  if (assessedOn !== undefined && nextReview !== undefined && nextReview < assessedOn)
    review.refuse('wrongDate', `The next review, ${nextReview}, is before the last assessment, ${assessedOn}.`);
  if (assessedOn !== undefined && current === undefined && !level.filled)
    level.refuse('required', `${level.column} must not be empty, because ${assessed.column} says that the risk was assessed.`);
  return present({ assessedOn, nextReview });
}

/** The last assessment beside the risk and as a record of its own. Levels without a day were never an assessment, so the first review asks. */
export function historyOf(
  o: Judged & ReviewDates & { risk: string; by: string },
  { criteria }: Pick<ImportContext, 'criteria'>,
): Pick<Risk, 'lastAssessment' | 'nextReview'> & { assessment?: Assessment } {
  const { risk, by, current, band, assessedOn, nextReview } = o;
  if (current === undefined || band === undefined || assessedOn === undefined) return present({ nextReview });
  const id = `${risk}-imported-${assessedOn}`;
  return {
    lastAssessment: { id, day: assessedOn, by, ...current, band },
    nextReview: nextReview ?? nextReviewDay(assessedOn, band, criteria),
    assessment: {
      id,
      risk,
      kind: 'imported',
      // Noon in UTC is that day in nearly every zone; the file knows no time of day.
      at: `${assessedOn}T12:00:00.000Z`,
      by: { person: by, via: 'import' },
      criteria: criteria.id,
      ...current,
      band,
      aboveAcceptance: isAbove(criteria, band),
    },
  };
}
