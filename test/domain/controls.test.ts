import { describe, expect, it } from '@jest/globals';
import { countsForLess, effectivenessOn, holdsUntil, isCheckDue, operatingCycle, resultOf } from '../../domain/rules/control.ts';

const checked = { effectiveness: 'effective', checkedOn: '2026-01-15', checkEvery: 'quarter', nextCheck: '2026-04-30' } as const;

describe('how long a check of a control holds', () => {
  it('When a control is checked, that holds to the end of the month in which the next check falls', () => {
    expect(holdsUntil('2026-01-15', { checkEvery: 'month' })).toBe('2026-02-28');
    expect(holdsUntil('2026-01-31', { checkEvery: 'month' })).toBe('2026-02-28');
    expect(holdsUntil('2026-11-02', { checkEvery: 'quarter' })).toBe('2027-02-28');
    expect(holdsUntil('2026-08-31', { checkEvery: 'halfYear' })).toBe('2027-02-28');
    expect(holdsUntil('2027-02-28', {})).toBe('2028-02-29');
  });

  it('When it did not work, it is looked at again within a quarter, or sooner where that is its cadence', () => {
    expect(holdsUntil('2026-01-15', { checkEvery: 'year' }, 'ineffective')).toBe('2026-04-30');
    expect(holdsUntil('2026-01-15', { checkEvery: 'month' }, 'partly')).toBe('2026-02-28');
  });

  it('When a check has expired, the control counts as untested; an ineffective one stays what it is', () => {
    expect(effectivenessOn(checked, '2026-04-30')).toBe('effective');
    expect(effectivenessOn(checked, '2026-05-01')).toBe('untested');
    expect(effectivenessOn({ ...checked, effectiveness: 'ineffective' }, '2026-05-01')).toBe('ineffective');
    expect(effectivenessOn({ effectiveness: 'effective', checkedOn: '2025-01-10' }, '2026-01-31')).toBe('effective');
    expect(effectivenessOn({ effectiveness: 'effective', checkedOn: '2025-01-10' }, '2026-02-01')).toBe('untested');
  });

  it('When nobody ever looked and nobody said how often, no check is due; with a cadence one is at once', () => {
    expect(isCheckDue({ effectiveness: 'untested' }, '2030-01-31')).toBe(false);
    expect(isCheckDue({ effectiveness: 'untested', checkEvery: 'year' }, '2026-01-31')).toBe(true);
    expect(isCheckDue({ effectiveness: 'untested', checkEvery: 'year', nextCheck: '2026-06-30' }, '2026-05-31')).toBe(false);
    expect(isCheckDue(checked, '2026-03-31')).toBe(false);
    expect(isCheckDue(checked, '2026-04-30')).toBe(true);
  });
});

describe('what a check says', () => {
  it('When design and operation differ, the control is no better than the worse of the two', () => {
    expect(resultOf({ design: 'effective', operation: 'effective' })).toBe('effective');
    expect(resultOf({ design: 'effective', operation: 'partly' })).toBe('partly');
    expect(resultOf({ design: 'ineffective', operation: 'partly' })).toBe('ineffective');
  });

  it('When it was untested and works in part, it counts for as much as before', () => {
    expect(countsForLess('partly', 'untested')).toBe(false);
    expect(countsForLess('partly', 'effective')).toBe(true);
    expect(countsForLess('ineffective', 'untested')).toBe(true);
    expect(countsForLess('ineffective', 'ineffective')).toBe(false);
  });

  it('When a control runs every month, there is something to see after a month; at the latest after 60 working days', () => {
    expect([operatingCycle('month'), operatingCycle('quarter'), operatingCycle('year'), operatingCycle()]).toEqual([20, 60, 60, 60]);
  });
});
