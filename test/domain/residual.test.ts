import { describe, expect, it } from '@jest/globals';
import { criteriaPreset } from '../../domain/criteria.ts';
import { Control, type ControlKind } from '../../domain/records/control.ts';
import { RiskControl, Strength } from '../../domain/records/risk.ts';
import { depthOf, effectOn, isThin, operatingFactor, residualOf, type Standing } from '../../domain/rules/residual.ts';
import { bandOf } from '../../domain/rules/risk.ts';
import fc from '../support/properties.ts';

const five = criteriaPreset(5, { id: 'criteria-1', version: 1, createdAt: '2026-01-01T00:00:00.000Z' });

const works = { status: 'implemented', effectiveness: 'effective' } as const;
const half = { status: 'implemented', effectiveness: 'partly' } as const;
const planned = { status: 'planned', effectiveness: 'untested' } as const;

const course: Standing = { ...works, actsOn: 'likelihood', strength: 'weak' };
const malwareProtection: Standing = { ...works, actsOn: 'likelihood', strength: 'moderate' };
const backup: Standing = { ...half, actsOn: 'consequence', strength: 'strong' };
const responsePlan: Standing = { ...works, actsOn: 'consequence', strength: 'moderate' };
const insurance: Standing = { ...works, actsOn: 'consequence', strength: 'weak' };
const ransomware = { likelihood: 4, consequence: 5 };

const standing: fc.Arbitrary<Standing> = fc.record(
  {
    actsOn: fc.constantFrom(...RiskControl.shape.actsOn.options),
    status: fc.constantFrom(...Control.shape.status.options),
    effectiveness: fc.constantFrom(...Control.shape.effectiveness.options),
    strength: fc.constantFrom(...Strength.options),
    group: fc.constantFrom('network', 'provider'),
    isExpired: fc.boolean(),
  },
  { requiredKeys: ['actsOn', 'status', 'effectiveness'] },
);
const controls = fc.array(standing, { maxLength: 8 });
const step = fc.integer({ min: 1, max: 5 });
const levels = fc.record({ likelihood: step, consequence: step });
const scales = ['likelihood', 'consequence'] as const;
const countings = ['current', 'target'] as const;

describe('The level that is left of a risk with its controls', () => {
  it('When ransomware meets five controls of four kinds, it falls from very high to low', () => {
    const all = [course, malwareProtection, backup, responsePlan, insurance];
    expect(effectOn('likelihood', all, 'current')).toBeCloseTo(0.52);
    expect(effectOn('consequence', all, 'current')).toBe(0.6);
    expect(residualOf(ransomware, all, 'current')).toEqual({ likelihood: 2, consequence: 2 });
    expect([bandOf(five, ransomware), bandOf(five, { likelihood: 2, consequence: 2 })]).toEqual(['veryHigh', 'low']);
  });

  it('When the restore fails and the check of the plan expires, the same risk is medium again', () => {
    const failed = [
      course,
      malwareProtection,
      { ...backup, effectiveness: 'ineffective' } as const,
      { ...responsePlan, isExpired: true },
      insurance,
    ];
    expect(effectOn('consequence', failed, 'current')).toBeCloseTo(0.36);
    const left = residualOf(ransomware, failed, 'current');
    expect([left, bandOf(five, left)]).toEqual([{ likelihood: 2, consequence: 4 }, 'medium']);
  });

  it('When a control is only planned, it counts for what is aimed at and for nothing yet', () => {
    const link = { ...planned, actsOn: 'both', strength: 'strong' } as const;
    expect([operatingFactor(link, 'current'), operatingFactor(link, 'target')]).toEqual([0, 1]);
    expect(residualOf({ likelihood: 5, consequence: 5 }, [link], 'current')).toEqual({ likelihood: 5, consequence: 5 });
    expect(residualOf({ likelihood: 5, consequence: 5 }, [link], 'target')).toEqual({ likelihood: 2, consequence: 2 });
  });

  it('When nobody has seen a control work for too long, it counts half', () => {
    expect(operatingFactor({ ...works, actsOn: 'both', isExpired: true }, 'current')).toBe(0.5);
  });

  it('When nothing is said of the strength, it is moderate', () => {
    const { strength: _strength, ...unsaid } = malwareProtection;
    expect(effectOn('likelihood', [unsaid], 'current')).toBe(effectOn('likelihood', [malwareProtection], 'current'));
  });

  it('When several controls fail together, only the strongest of them counts', () => {
    const together = [course, malwareProtection].map((control) => ({ ...control, group: 'network' }));
    expect(effectOn('likelihood', together, 'current')).toBe(effectOn('likelihood', [malwareProtection], 'current'));
    fc.assert(
      fc.property(controls, (some) => {
        const strongest = Math.max(0, ...some.map((one) => effectOn('likelihood', [one], 'current')));
        const inOneGroup = some.map((one) => ({ ...one, group: 'network' }));
        expect(effectOn('likelihood', inOneGroup, 'current')).toBeCloseTo(strongest);
      }),
    );
  });

  it('However many controls there are, no risk is brought to nil, and none is made worse', () => {
    fc.assert(
      fc.property(levels, controls, fc.constantFrom(...countings), (from, some, counting) => {
        const left = residualOf(from, some, counting);
        for (const scale of scales) {
          expect(Number.isInteger(left[scale])).toBe(true);
          expect(left[scale]).toBeGreaterThanOrEqual(1);
          expect(left[scale]).toBeLessThanOrEqual(from[scale]);
        }
        expect(effectOn('likelihood', some, counting)).toBeLessThanOrEqual(0.8);
        expect(effectOn('consequence', some, counting)).toBeLessThanOrEqual(0.6);
      }),
    );
  });

  it('When one more control is added, whatever it is, the level never rises', () => {
    fc.assert(
      fc.property(levels, controls, standing, fc.constantFrom(...countings), (from, some, one, counting) => {
        const [before, after] = [residualOf(from, some, counting), residualOf(from, [...some, one], counting)];
        for (const scale of scales) expect(after[scale]).toBeLessThanOrEqual(before[scale]);
      }),
    );
  });

  it('What is aimed at is never above what is there', () => {
    fc.assert(
      fc.property(levels, controls, (from, some) => {
        const [target, current] = [residualOf(from, some, 'target'), residualOf(from, some, 'current')];
        for (const scale of scales) expect(target[scale]).toBeLessThanOrEqual(current[scale]);
      }),
    );
  });

  it('The order in which controls are named changes nothing', () => {
    fc.assert(
      fc.property(levels, controls, (from, some) => {
        expect(residualOf(from, [...some].reverse(), 'current')).toEqual(residualOf(from, some, 'current'));
      }),
    );
  });
});

describe('The depth of a defence', () => {
  const of = (kind: (typeof ControlKind.options)[number], status: Control['status'] = 'implemented') => ({ kind, status });

  it('When a high risk hangs on one control, or on several of one kind, it is thin', () => {
    expect(isThin('high', depthOf([of('people')]))).toBe(true);
    expect(isThin('veryHigh', depthOf([of('people'), of('people')]))).toBe(true);
    expect(isThin('high', depthOf([of('people'), of('technological')]))).toBe(false);
    expect(isThin('medium', depthOf([]))).toBe(false);
  });

  it('When a control is retired, it is no defence', () => {
    expect(depthOf([of('people'), of('legal', 'retired'), of('legal', 'planned')])).toEqual({ controls: 2, kinds: 2 });
  });
});
