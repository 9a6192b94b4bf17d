import { describe, expect, it } from '@jest/globals';
import { nextReference } from '../../web/src/pages/context/nextReference.ts';
import { box, chartOf, scaleFor, stepFor } from '../../web/src/pages/objectives/chart.ts';
import { gridOf, pinsOf } from '../../web/src/pages/risk/matrix.ts';
import fc from '../support/properties.ts';

const level = (likelihood: number, consequence: number) => ({ likelihood, consequence });

describe('the level matrix of a risk', () => {
  it('When a scale has five steps, the cells are those of the picture: likelihood upward, consequence to the right', () => {
    const grid = gridOf(5, 5);
    expect([grid.width, grid.left(1), grid.left(5), grid.top(5), grid.top(1)]).toEqual([54, 96, 324, 4, 232]);
    expect(grid.middle(level(4, 4))).toEqual({ x: 294, y: 88 });
  });

  it('When two levels are the same, their pins stand beside one another', () => {
    const [inherent, current, target] = pinsOf({ inherent: level(4, 4), current: level(2, 3), target: level(2, 3) }, 5, 5);
    expect(inherent).toEqual({ pin: 'inherent', x: 294, y: 88 });
    expect([current?.y, target?.y]).toEqual([202, 202]);
    expect((target?.x ?? 0) - (current?.x ?? 0)).toBe(30);
  });

  it('When a level was never judged, or is off the scale that is in force now, it has no pin', () => {
    expect(pinsOf({ inherent: level(5, 5), current: level(1, 1), target: undefined }, 3, 3).map(({ pin }) => pin)).toEqual(['current']);
  });

  it('When a matrix has any size, each cell lies within it', () => {
    const size = fc.integer({ min: 3, max: 5 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), (rows, columns, l, c) => {
        fc.pre(l <= rows && c <= columns);
        const { x, y } = gridOf(rows, columns).middle(level(l, c));
        expect(x).toBeGreaterThan(96);
        expect(x).toBeLessThan(378);
        expect(y).toBeGreaterThan(4);
        expect(y).toBeLessThan(286);
      }),
    );
  });
});

const value = (period: string, measured: number | undefined, target = 90) => ({
  ...{ period, target, onTarget: measured !== undefined && measured >= target },
  ...(measured !== undefined && { value: measured }),
});

describe('the chart of a measure', () => {
  it('When values and target are given, the scale has them all, in steps of 1, 2 or 5', () => {
    expect(scaleFor([82, 91, 90])).toEqual([82, 84, 86, 88, 90, 92]);
    expect([stepFor(1), stepFor(9), stepFor(0.4)]).toEqual([0.2, 2, 0.1]);
    expect(scaleFor([0, 0])).toEqual([-0.2, 0, 0.2]);
  });

  it('When numbers of any size are drawn, the first and last line enclose them', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => Math.round(n * 100) / 100);
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 12 }), (numbers) => {
        const scale = scaleFor(numbers);
        expect(scale[0]).toBeLessThanOrEqual(Math.min(...numbers));
        expect(scale.at(-1)).toBeGreaterThanOrEqual(Math.max(...numbers));
        expect(scale.length).toBeGreaterThan(1);
        expect(scale.length).toBeLessThan(9);
      }),
    );
  });

  it('When a period has no value, the line is broken there; when the target moved, its line has a step', () => {
    const { line, target, dots, labels } = chartOf([
      value('2026-Q1', 91, 80),
      value('2026-Q2', undefined, 80),
      value('2026-Q3', 85),
      value('2026-Q4', 95),
    ]);
    expect(line.match(/M/g)).toHaveLength(2);
    expect(target.match(/V/g)).toHaveLength(3);
    expect(dots.map(({ isMet }) => isMet)).toEqual([true, false, true]);
    expect(labels.map(({ label, year }) => `${label} ${year}`)).toEqual(['Q1 2026', 'Q2 2026', 'Q3 2026', 'Q4 2026']);
  });

  it('When there is one value only, it stands in the middle', () => {
    expect(chartOf([value('2026', 91)]).dots[0]?.x).toBe((box.left + box.right) / 2);
  });

  it('When there are more than twelve values, the newest are drawn', () => {
    const many = Array.from({ length: 20 }, (_, n) => value(`20${10 + n}`, n));
    expect(chartOf(many).dots.map(({ period }) => period)).toEqual(many.slice(-12).map(({ period }) => period));
  });
});

describe('the next reference', () => {
  it('When some are there, it is the one after the highest of its kind', () => {
    const all = [{ id: 'REQ-002' }, { id: 'REQ-010' }, { id: 'REQ-old' }, { id: 'ISS-099' }];
    expect([nextReference('REQ', all), nextReference('PTY', all)]).toEqual(['REQ-011', 'PTY-001']);
  });
});
