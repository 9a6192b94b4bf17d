import { describe, expect, it } from '@jest/globals';
import { lengthOf, nextPeriod, periodBounds, periodOf, previousPeriod } from '../../domain/period.ts';
import fc from '../support/properties.ts';

const year = fc.integer({ min: 2001, max: 2098 });
const aPeriod = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, half]) => `${y}-H${half}`),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, quarter]) => `${y}-Q${quarter}`),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, month]) => `${y}-${String(month).padStart(2, '0')}`),
);

describe('A period', () => {
  it('When it is the last quarter, it ends with the year', () => {
    expect(periodBounds('2026-Q4')).toEqual({ first: '2026-10-01', last: '2026-12-31' });
    expect(periodBounds('2028-Q1')).toEqual({ first: '2028-01-01', last: '2028-03-31' });
    expect(nextPeriod('2026-Q4')).toBe('2027-Q1');
    expect(previousPeriod('2027-Q1')).toBe('2026-Q4');
    expect(periodOf('2026-09-30')).toBe('2026-Q3');
    expect(nextPeriod('2026-12')).toBe('2027-01');
    expect(periodBounds('2028-02')).toEqual({ first: '2028-02-01', last: '2028-02-29' });
    expect(periodBounds('2026-H2')).toEqual({ first: '2026-07-01', last: '2026-12-31' });
  });

  it('Whatever the period, its first and last day are in it and the days around are in its neighbours', () => {
    fc.assert(
      fc.property(aPeriod, (period) => {
        const { first, last } = periodBounds(period);
        const every = lengthOf(period);
        expect([periodOf(first, every), periodOf(last, every)]).toEqual([period, period]);
        expect(previousPeriod(nextPeriod(period))).toBe(period);
        expect(periodBounds(nextPeriod(period)).first > last).toBe(true);
      }),
    );
  });

  it('When it is no period, or a day is none, there is a range error', () => {
    for (const wrong of ['26', '2026-Q5', '2026-Q0', '2026-H3', '2026-13', '2026-1', 'Q4-2026', ''])
      expect(() => periodBounds(wrong)).toThrow(RangeError);
    expect(() => periodOf('2026-13-01')).toThrow(RangeError);
  });
});
