import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { makeCalendar } from '../../domain/calendar.ts';
import { unknownPlace } from '../../domain/holidays.ts';
import type { Site } from '../../domain/records/settings.ts';
import fc from '../support/properties.ts';

const settings = { workingDay: { start: '08:00', end: '18:00' }, workingWeek: [1, 2, 3, 4, 5] };
const site = (zone: string, more: Partial<Site> = {}): Site => ({ id: 'somewhere', name: 'Somewhere', zone, holidays: [], ...more });
const calendarOf = (zone: string, more: Partial<Site> = {}) => makeCalendar(site(zone, more), settings);

const berlin = calendarOf('Europe/Berlin', { country: 'DE', region: 'BE' });
const lisbon = calendarOf('Europe/Lisbon', { country: 'PT' });
const newYork = calendarOf('America/New_York', { country: 'US' });
const lordHowe = calendarOf('Australia/Lord_Howe', { country: 'AU', region: 'NSW' });

const aDay = fc.integer({ min: 0, max: 3650 }).map((days) => DateTime.utc(2024, 1, 1).plus({ days }).toFormat('yyyy-MM-dd'));
const aCalendar = fc.constantFrom(berlin, lisbon, newYork, lordHowe);

describe('The calendar of a site', () => {
  it('When a day is a public holiday of the country, it is not worked there, but elsewhere', () => {
    expect(berlin.isWorkingDay('2028-10-03')).toBe(false);
    expect(lisbon.isWorkingDay('2028-10-03')).toBe(true);
    expect(lisbon.isWorkingDay('2026-10-05')).toBe(false);
    expect(berlin.isWorkingDay('2026-10-05')).toBe(true);
    expect(lisbon.holidayName('2026-12-08')).toBe('Immaculate Conception');
    expect(berlin.holidayName('2026-12-08')).toBeUndefined();
  });

  it('When a holiday is one of the region only, the rest of the country works', () => {
    const bavaria = calendarOf('Europe/Berlin', { country: 'DE', region: 'BY' });
    expect(bavaria.isWorkingDay('2026-01-06')).toBe(false);
    expect(berlin.isWorkingDay('2026-01-06')).toBe(true);
  });

  it('When only the afternoon is free by custom, as on 24 December in Germany, the day is worked', () => {
    expect(berlin.isWorkingDay('2026-12-24')).toBe(true);
  });

  it('When a holiday lasts several days, all of them are free', () => {
    const riyadh = makeCalendar(site('Asia/Riyadh', { country: 'SA' }), { ...settings, workingWeek: [7, 1, 2, 3, 4] });
    expect(['2026-05-26', '2026-05-27', '2026-05-28'].map(riyadh.isWorkingDay)).toEqual([false, false, false]);
  });

  it('When the site lists a free day of its own, it is free, with or without a country', () => {
    const own = { holidays: [{ day: '2026-12-24', name: 'Company holiday' }] };
    for (const calendar of [calendarOf('Europe/Berlin', { country: 'DE', ...own }), calendarOf('Europe/Berlin', own)]) {
      expect(calendar.isWorkingDay('2026-12-24')).toBe(false);
      expect(calendar.holidayName('2026-12-24')).toBe('Company holiday');
    }
    expect(calendarOf('Europe/Berlin').isWorkingDay('2026-12-25')).toBe(true);
  });

  it('When the working week is another one, its days are worked', () => {
    const dubai = makeCalendar(site('Asia/Dubai'), { ...settings, workingWeek: [7, 1, 2, 3, 4] });
    expect(dubai.isWorkingDay('2026-11-01')).toBe(true);
    expect(dubai.isWorkingDay('2026-10-30')).toBe(false);
  });

  it('When working days are counted from a free day, they are counted from the outside', () => {
    expect(berlin.addWorkingDays('2026-11-21', 0)).toBe('2026-11-23');
    expect(berlin.addWorkingDays('2026-11-21', 1)).toBe('2026-11-23');
    expect(berlin.addWorkingDays('2026-11-21', -1)).toBe('2026-11-20');
    expect(berlin.addWorkingDays('2026-11-20', 0)).toBe('2026-11-20');
    expect(berlin.addWorkingDays('2026-12-23', 2)).toBe('2026-12-28');
  });

  it('When the n-th working day of a quarter is asked for, the first day counts if it is worked', () => {
    expect(berlin.nthWorkingDay('2026-10-01', 1)).toBe('2026-10-01');
    expect(berlin.nthWorkingDay('2027-01-01', 1)).toBe('2027-01-04');
    expect(lisbon.nthWorkingDay('2026-10-01', 3)).toBe('2026-10-06');
    expect(() => berlin.nthWorkingDay('2026-10-01', 0)).toThrow(RangeError);
  });

  it('When summer time ends or begins, work begins and ends at the same time on the wall', () => {
    expect([berlin.endOfDay('2026-10-23'), berlin.endOfDay('2026-10-26')]).toEqual([
      '2026-10-23T16:00:00.000Z',
      '2026-10-26T17:00:00.000Z',
    ]);
    expect([lisbon.endOfDay('2026-10-23'), lisbon.endOfDay('2026-10-26')]).toEqual([
      '2026-10-23T17:00:00.000Z',
      '2026-10-26T18:00:00.000Z',
    ]);
    expect([newYork.endOfDay('2026-10-30'), newYork.endOfDay('2026-11-02')]).toEqual([
      '2026-10-30T22:00:00.000Z',
      '2026-11-02T23:00:00.000Z',
    ]);
    // Lord Howe moves its clocks by half an hour: UTC+10:30 in winter, UTC+11 in summer.
    expect([lordHowe.startOfDay('2026-10-02'), lordHowe.startOfDay('2026-10-06')]).toEqual([
      '2026-10-01T21:30:00.000Z',
      '2026-10-05T21:00:00.000Z',
    ]);
  });

  it('When an instant is late in the evening of UTC, its day is that of the zone', () => {
    expect(lordHowe.dayOf('2026-12-31T20:00:00.000Z')).toBe('2027-01-01');
    expect(newYork.dayOf('2027-01-01T03:00:00.000Z')).toBe('2026-12-31');
  });

  it('Whatever the day, n working days forth and back lead to the working day itself', () => {
    fc.assert(
      fc.property(aCalendar, aDay, fc.integer({ min: 1, max: 60 }), (calendar, day, n) => {
        const start = calendar.addWorkingDays(day, 0);
        const there = calendar.addWorkingDays(start, n);
        expect(calendar.isWorkingDay(there)).toBe(true);
        expect(calendar.addWorkingDays(there, -n)).toBe(start);
        expect(calendar.workingDaysUntil(start, there)).toBe(n);
        expect(calendar.workingDaysUntil(there, start)).toBe(-n);
      }),
    );
  });

  it('Whatever the day, a later day or more working days never lead to an earlier day', () => {
    fc.assert(
      fc.property(aCalendar, aDay, aDay, fc.integer({ min: -30, max: 30 }), (calendar, a, b, n) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(calendar.addWorkingDays(first, n) <= calendar.addWorkingDays(second, n)).toBe(true);
        expect(calendar.addWorkingDays(first, n) <= calendar.addWorkingDays(first, n + 1)).toBe(true);
      }),
    );
  });

  it('Whatever the day, its working hours lie within it', () => {
    fc.assert(
      fc.property(aCalendar, aDay, (calendar, day) => {
        expect(calendar.startOfDay(day) < calendar.endOfDay(day)).toBe(true);
        expect(calendar.dayOf(calendar.startOfDay(day))).toBe(day);
        expect(calendar.dayOf(calendar.endOfDay(day))).toBe(day);
      }),
    );
  });

  it('When a day, a zone or a number is none, there is a range error and no endless search', () => {
    expect(() => berlin.addWorkingDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => berlin.addWorkingDays('2026-02-20', 1.5)).toThrow(RangeError);
    expect(() => berlin.addWorkingDays('2026-02-20', Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => berlin.dayOf('soon')).toThrow(RangeError);
    expect(() => calendarOf('Europe/Atlantis')).toThrow(RangeError);
  });

  it('When a country or region is unknown, a sentence says what is known', () => {
    expect(unknownPlace({ country: 'DE', region: 'BY' })).toBeUndefined();
    expect(unknownPlace({ country: 'PT' })).toBeUndefined();
    expect(unknownPlace({ country: 'XX' })).toContain('XX');
    expect(unknownPlace({ country: 'DE', region: 'ZZ' })).toContain('BY');
  });
});
