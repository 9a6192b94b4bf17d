import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextPeriod, periodBounds, periodOf, previousPeriod } from '../../domain/period.ts';

const aPeriod = fc
  .tuple(fc.integer({ min: 2001, max: 2098 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, quarter]) => `${year}-Q${quarter}`);

describe('A period', () => {
  it('When it is the last quarter, it ends with the year', () => {
    expect(periodBounds('2026-Q4')).toEqual({ first: '2026-10-01', last: '2026-12-31' });
    expect(periodBounds('2028-Q1')).toEqual({ first: '2028-01-01', last: '2028-03-31' });
    expect(nextPeriod('2026-Q4')).toBe('2027-Q1');
    expect(previousPeriod('2027-Q1')).toBe('2026-Q4');
    expect(periodOf('2026-09-30')).toBe('2026-Q3');
  });

  it('Whatever the period, its first and last day are in it and the days around are in its neighbours', () => {
    fc.assert(
      fc.property(aPeriod, (period) => {
        const { first, last } = periodBounds(period);
        expect([periodOf(first), periodOf(last)]).toEqual([period, period]);
        expect(previousPeriod(nextPeriod(period))).toBe(period);
        expect(periodBounds(nextPeriod(period)).first > last).toBe(true);
      }),
    );
  });

  it('When it is not a quarter, or a day is none, there is a range error', () => {
    for (const wrong of ['2026', '2026-Q5', '2026-Q0', 'Q4-2026', '']) expect(() => periodBounds(wrong)).toThrow(RangeError);
    expect(() => periodOf('2026-13-01')).toThrow(RangeError);
  });
});
