import { describe, expect, it } from '@jest/globals';
import { criteriaPreset } from '../../domain/criteria.ts';
import type { Risk } from '../../domain/records/risk.ts';
import { isDue, nextReviewDay } from '../../domain/reviewDates.ts';

const criteria = criteriaPreset(5, { id: 'criteria-1', version: 1, createdAt: '2026-01-01T00:00:00.000Z' });
const assessed = { id: 'a', day: '2026-07-01', by: 'per-0000000001', likelihood: 2, consequence: 3, band: 'medium' as const };
const due = (risk: Pick<Risk, 'status' | 'lastAssessment' | 'nextReview'>) => isDue(risk, '2026-Q4', criteria);

describe('The next review of a risk', () => {
  it('When a risk is judged, its band says in how many months it is looked at again', () => {
    expect(nextReviewDay('2026-10-15', 'low', criteria)).toBe('2027-10-15');
    expect(nextReviewDay('2026-10-15', 'medium', criteria)).toBe('2027-04-15');
    expect(nextReviewDay('2026-10-15', 'high', criteria)).toBe('2027-01-15');
    expect(nextReviewDay('2027-01-31', 'veryHigh', criteria)).toBe('2027-02-28');
  });

  it('When a risk was never assessed, it is due', () => {
    expect(due({ status: 'active' })).toBe(true);
    expect(due({ status: 'active', nextReview: '2028-01-01' })).toBe(true);
  });

  it('When the next review is on the last day of the period it is due, and the day after it is not', () => {
    expect(due({ status: 'treating', lastAssessment: assessed, nextReview: '2026-12-31' })).toBe(true);
    expect(due({ status: 'treating', lastAssessment: assessed, nextReview: '2027-01-01' })).toBe(false);
  });

  it('When no date was set, it follows from the last assessment', () => {
    expect(due({ status: 'active', lastAssessment: assessed })).toBe(false);
    expect(due({ status: 'active', lastAssessment: { ...assessed, day: '2026-06-30' } })).toBe(true);
  });

  it('When a risk is a draft or closed, it is not due', () => {
    expect(due({ status: 'draft' })).toBe(false);
    expect(due({ status: 'closed', lastAssessment: assessed, nextReview: '2026-10-01' })).toBe(false);
  });
});
