import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '../../domain/calendar.ts';
import { defaultSettings } from '../../domain/defaults.ts';
import { monthsOfOpening, openingsFrom } from '../../domain/openings.ts';
import type { Cadence } from '../../domain/records/schedule.ts';

const settings = defaultSettings({ at: '2026-10-01T00:00:00.000Z', organization: 'Tessel', zone: 'Europe/Berlin' });
const berlin = makeCalendar({ id: 'berlin', name: 'Berlin', country: 'DE', region: 'BE', zone: 'Europe/Berlin', holidays: [] }, settings);
const quarterly: Cadence = { every: 'quarter', openOn: { workingDay: 1 } };

describe('openings to come', () => {
  it('When a quarterly review opens on the first working day, the next ten dates in Berlin are these', () => {
    expect(openingsFrom(berlin, quarterly, '2026-11-26', { count: 10 })).toEqual([
      { period: '2027-Q1', day: '2027-01-04' },
      { period: '2027-Q2', day: '2027-04-01' },
      { period: '2027-Q3', day: '2027-07-01' },
      { period: '2027-Q4', day: '2027-10-01' },
      { period: '2028-Q1', day: '2028-01-03' },
      { period: '2028-Q2', day: '2028-04-03' },
      { period: '2028-Q3', day: '2028-07-03' },
      { period: '2028-Q4', day: '2028-10-02' },
      { period: '2029-Q1', day: '2029-01-02' },
      { period: '2029-Q2', day: '2029-04-03' },
    ]);
  });

  it('When ten years pass, every quarter opens once', () => {
    const found = openingsFrom(berlin, quarterly, '2027-01-01', { count: 100, to: '2036-12-31' });
    expect(found).toHaveLength(40);
    expect(new Set(found.map(({ period }) => period)).size).toBe(40);
    expect(found.every(({ day }) => berlin.isWorkingDay(day))).toBe(true);
  });

  it('When the opening of this quarter is still to come, it is the first; on the day itself as well', () => {
    const later: Cadence = { every: 'quarter', openOn: { workingDay: 5 } };
    expect(openingsFrom(berlin, later, '2026-10-02', { count: 1 })).toEqual([{ period: '2026-Q4', day: '2026-10-07' }]);
    expect(openingsFrom(berlin, later, '2026-10-07', { count: 1 })).toEqual([{ period: '2026-Q4', day: '2026-10-07' }]);
    expect(openingsFrom(berlin, later, '2026-10-08', { count: 1 })).toMatchObject([{ period: '2027-Q1' }]);
  });

  it('When something is looked at monthly beside the quarter, the months that begin a quarter are left to the quarter', () => {
    const monthly = { every: 'month', openOn: { workingDay: 1 }, except: 'quarter' } as const;
    expect(openingsFrom(berlin, monthly, '2026-11-26', { count: 4 }).map(({ period }) => period)).toEqual([
      '2026-12',
      '2027-02',
      '2027-03',
      '2027-05',
    ]);
    expect(monthsOfOpening(monthly)).toEqual(['FEBRUARY', 'MARCH', 'MAY', 'JUNE', 'AUGUST', 'SEPTEMBER', 'NOVEMBER', 'DECEMBER']);
  });

  it('When a monthly rhythm stands beside a monthly cadence, it never opens', () => {
    expect(openingsFrom(berlin, { every: 'month', openOn: { workingDay: 1 }, except: 'month' }, '2026-11-26', { count: 3 })).toEqual([]);
    expect(monthsOfOpening({ every: 'month', openOn: { workingDay: 1 }, except: 'month' })).toEqual([]);
  });

  it.each([
    ['month', 12],
    ['quarter', 4],
    ['halfYear', 2],
    ['year', 1],
  ] as const)('When it opens every %s, a year has %i openings', (every, count) => {
    expect(monthsOfOpening({ every, openOn: { workingDay: 1 } })).toHaveLength(count);
    expect(monthsOfOpening({ every, openOn: { workingDay: 1 } })[0]).toBe('JANUARY');
    expect(openingsFrom(berlin, { every, openOn: { workingDay: 1 } }, '2027-01-01', { count: 50, to: '2027-12-31' })).toHaveLength(count);
  });
});
