import { describe, expect, it } from '@jest/globals';
import { type Figure, figureTable, isMet } from '../../bench/statistics/figure.ts';
import { median, quantile } from '../../bench/statistics/quantiles.ts';
import fc from '../support/properties.ts';

const figure = (more: Partial<Figure>): Figure => ({ what: 'Something', target: { atMost: 2 }, unit: '', rounds: [1], ...more });
/** What the table says of one figure, cell by cell. */
const cells = (one: Figure): string[] =>
  (figureTable([one]).split('\n')[2] ?? '')
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

describe('quantiles', () => {
  it('When there is an odd number of values, the middle one is the median; when even, the mean of the two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
    expect(median([4])).toBe(4);
  });

  it('When a hundred values are asked for their p99, one of them is above it', () => {
    const values = Array.from({ length: 100 }, (_, n) => 100 - n);
    expect(quantile(values, 0.99)).toBe(99);
    expect(quantile(values, 0.5)).toBe(50);
    expect(quantile(values, 1)).toBe(100);
    expect(quantile(values, 0)).toBe(1);
  });

  it('When there is nothing, there is no quantile of it', () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });

  it('When values come in another order, or one is far off, the median hardly minds', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 }), (values) => {
        const middle = median(values);
        expect(median([...values].reverse())).toBe(middle);
        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
});

describe('a figure', () => {
  it('When the median of its rounds keeps the target it is met, whatever one round did', () => {
    expect(isMet(figure({ rounds: [1.9, 5, 1.8] }))).toBe(true);
    expect(isMet(figure({ rounds: [2.1, 2.2, 1] }))).toBe(false);
    expect(isMet(figure({ target: { atLeast: 0.6 }, rounds: [0.7] }))).toBe(true);
    expect(isMet(figure({ target: { atLeast: 0.6 }, rounds: [0.5] }))).toBe(false);
    expect(isMet(figure({ rounds: [2] }))).toBe(true);
  });

  it('When it is missed, the table says by how much', () => {
    expect(cells(figure({ rounds: [3, 4, 5], beside: '40 against 10 ms' }))).toEqual([
      ...['Something', '≤ 2', '4 (3–5)', '40 against 10 ms', 'missed: 2 times the target'],
    ]);
    expect(cells(figure({ target: { atLeast: 0.6 }, rounds: [0.3] })).slice(1)).toEqual([
      ...['≥ 0.6', '0.3', '', 'missed: 0.5 times the target'],
    ]);
  });

  it('When a number is long, three digits of it are said, and thousands stand apart', () => {
    expect(cells(figure({ target: { atMost: 4_000 }, unit: ' events', rounds: [1_234] }))[2]).toBe('1,234 events');
    expect(cells(figure({ rounds: [0.123456] }))[2]).toBe('0.123');
    expect(cells(figure({ rounds: [12.3456] }))[2]).toBe('12.3');
    expect(cells(figure({ rounds: [0] }))[2]).toBe('0');
  });
});
