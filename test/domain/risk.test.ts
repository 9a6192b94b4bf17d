import { describe, expect, it } from '@jest/globals';
import { criteriaPreset } from '../../domain/criteria.ts';
import { RiskCriteria } from '../../domain/records/riskCriteria.ts';
import { bandOf, bandRank, contradiction, isAbove } from '../../domain/rules/risk.ts';
import fc from '../support/properties.ts';

const named = { id: 'criteria-1', version: 1, createdAt: '2026-01-01T00:00:00.000Z' };
const sizes = [3, 4, 5] as const;
const presets = sizes.map((size) => criteriaPreset(size, named));
const five = criteriaPreset(5, named);

const aLevel = fc.integer({ min: 1, max: 5 });
const levels = fc.record({ likelihood: aLevel, consequence: aLevel });

describe('Risk criteria to begin with', () => {
  it('When a preset is taken, it is a valid record of its size', () => {
    for (const [i, preset] of presets.entries()) {
      expect(RiskCriteria.parse(preset)).toEqual(preset);
      expect(preset.likelihood).toHaveLength(sizes[i] ?? 0);
    }
  });

  it('When two presets are taken, changing one does not change the other', () => {
    const mine = criteriaPreset(5, named);
    mine.bands.pop();
    expect(criteriaPreset(5, named).bands).toHaveLength(4);
  });

  it('When the levels rise, the band never falls', () => {
    for (const criteria of presets) {
      const steps = criteria.likelihood.map((_, i) => i + 1);
      for (const likelihood of steps)
        for (const consequence of steps.slice(1)) {
          const rank = (a: number, b: number) => bandRank(bandOf(criteria, { likelihood: a, consequence: b }));
          expect(rank(likelihood, consequence)).toBeGreaterThanOrEqual(rank(likelihood, consequence - 1));
          expect(rank(consequence, likelihood)).toBeGreaterThanOrEqual(rank(consequence - 1, likelihood));
        }
    }
  });

  it('When a risk is rare but severe, it must get a decision', () => {
    expect(bandOf(five, { likelihood: 1, consequence: 5 })).toBe('medium');
    expect(bandOf(five, { likelihood: 5, consequence: 1 })).toBe('low');
    expect(isAbove(five, 'low')).toBe(false);
    expect(isAbove(five, 'medium')).toBe(true);
  });

  it('When five steps are used, all other cells follow the products of both levels', () => {
    fc.assert(
      fc.property(levels, ({ likelihood, consequence }) => {
        fc.pre(!(likelihood === 1 && consequence === 5));
        const product = likelihood * consequence;
        const expected = product <= 5 ? 'low' : product <= 9 ? 'medium' : product <= 14 ? 'high' : 'veryHigh';
        expect(bandOf(five, { likelihood, consequence })).toBe(expected);
      }),
    );
  });

  it('When a level is off the scale, there is no band', () => {
    const three = criteriaPreset(3, named);
    for (const wrong of [0, 4, 1.5, -1, Number.NaN]) {
      expect(() => bandOf(three, { likelihood: wrong, consequence: 1 })).toThrow(RangeError);
      expect(() => bandOf(three, { likelihood: 1, consequence: wrong })).toThrow(RangeError);
    }
  });
});

describe('An answer that contradicts itself', () => {
  it('When the verdict is keep with other levels than last time, a sentence says which they were', () => {
    const sentence = contradiction({ likelihood: 2, consequence: 4 }, { likelihood: 3, consequence: 4, verdict: 'keep' });
    expect(sentence).toContain('likelihood 2 and consequence 4');
  });

  it('When a risk was never assessed, there is nothing to keep, but it may be judged or closed', () => {
    expect(contradiction(undefined, { likelihood: 3, consequence: 4, verdict: 'keep' })).toContain('never assessed');
    expect(contradiction(undefined, { likelihood: 3, consequence: 4, verdict: 'change' })).toBeUndefined();
    expect(contradiction(undefined, { likelihood: 3, consequence: 4, verdict: 'close' })).toBeUndefined();
  });

  it('Whatever the levels, exactly one of keep and change is consistent', () => {
    fc.assert(
      fc.property(levels, fc.oneof(levels, fc.constant(undefined)), (previous, other) => {
        const now = other ?? previous;
        const said = (verdict: 'keep' | 'change') => contradiction(previous, { ...now, verdict }) === undefined;
        const same = now.likelihood === previous.likelihood && now.consequence === previous.consequence;
        expect([said('keep'), said('change')]).toEqual([same, !same]);
      }),
    );
  });
});
