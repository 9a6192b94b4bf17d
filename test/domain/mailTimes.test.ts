import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '../../domain/calendar.ts';
import { toInstant, toMs } from '../../domain/clock.ts';
import { digestsAround, isQuietAt, mailTimesOf, quietUntil } from '../../domain/mailTimes.ts';
import fc from '../support/properties.ts';

const week = { workingDay: { start: '08:00', end: '18:00' }, workingWeek: [1, 2, 3, 4, 5] };
const at = (zone: string, country?: string) =>
  makeCalendar({ id: 'site', name: 'Site', zone, holidays: [], ...(country !== undefined && { country }) }, week);
const berlin = at('Europe/Berlin', 'DE');

describe('What somebody has said about mail', () => {
  const organization = { ...week, mail: { gatherSeconds: 60 } };

  it('When nobody has said anything, mail comes at once, and a daily one would come when work begins', () => {
    expect(mailTimesOf(organization, {})).toEqual({ digest: 'atOnce', hour: '08:00' });
  });

  it('When the organization has said something, it holds for those who have not', () => {
    const mail = { gatherSeconds: 60, digest: 'daily' as const, hour: '09:00', quiet: { from: '20:00', to: '07:00' } };
    const times = { digest: 'daily', hour: '09:00', quiet: { from: '20:00', to: '07:00' } };
    expect(mailTimesOf({ ...week, mail }, {})).toEqual(times);
    expect(mailTimesOf({ ...week, mail }, { mail: { hour: '16:30' } })).toEqual({ ...times, hour: '16:30' });
    expect(mailTimesOf({ ...week, mail }, { mail: { digest: 'atOnce' } })).toMatchObject({ digest: 'atOnce' });
  });

  it('When the quiet hours of a person end as they begin, there are none', () => {
    const mail = { gatherSeconds: 60, quiet: { from: '20:00', to: '07:00' } };
    expect(mailTimesOf({ ...week, mail }, { mail: { quiet: { from: '00:00', to: '00:00' } } })).not.toHaveProperty('quiet');
  });
});

describe('The daily mail', () => {
  const around = (instant: string, hour = '08:00', calendar = berlin) => digestsAround(calendar, hour, instant);

  it.each([
    ['on a Thursday before its hour', '2026-10-01T05:59:59.999Z', '2026-09-30T06:00:00.000Z', '2026-10-01T06:00:00.000Z'],
    ['on a Thursday at its hour', '2026-10-01T06:00:00.000Z', '2026-10-01T06:00:00.000Z', '2026-10-02T06:00:00.000Z'],
    ['on a Friday evening', '2026-10-02T18:00:00.000Z', '2026-10-02T06:00:00.000Z', '2026-10-05T06:00:00.000Z'],
    ['on a Sunday', '2026-10-04T10:00:00.000Z', '2026-10-02T06:00:00.000Z', '2026-10-05T06:00:00.000Z'],
    ['on Christmas Eve at noon', '2026-12-24T11:00:00.000Z', '2026-12-24T07:00:00.000Z', '2026-12-28T07:00:00.000Z'],
    ['over the end of summer time', '2026-10-24T10:00:00.000Z', '2026-10-23T06:00:00.000Z', '2026-10-26T07:00:00.000Z'],
  ])('When it is asked for %s, the last and the next one are of working days, at the hour of the site', (_when, now, last, next) => {
    expect(around(now)).toEqual({ last, next });
  });

  it('When the person works in another zone, it is their hour', () => {
    expect(around('2026-10-01T12:00:00.000Z', '16:30', at('America/New_York')).next).toBe('2026-10-01T20:30:00.000Z');
  });

  it('At any instant the last one has come and the next one has not, and the next follows the last', () => {
    const instant = fc.integer({ min: toMs('2026-01-01T00:00:00.000Z'), max: toMs('2030-01-01T00:00:00.000Z') }).map(toInstant);
    fc.assert(
      fc.property(instant, fc.constantFrom('00:00', '02:30', '08:00', '23:59'), (now, hour) => {
        const { last, next } = around(now, hour);
        expect(last <= now && now < next).toBe(true);
        expect(around(last, hour)).toEqual({ last, next });
      }),
      { numRuns: 200 },
    );
  });
});

describe('Quiet hours', () => {
  const night = { from: '20:00', to: '07:00' };

  it.each([
    ['in the afternoon', '2026-10-01T17:59:59.999Z', undefined],
    ['when they begin', '2026-10-01T18:00:00.000Z', '2026-10-02T05:00:00.000Z'],
    ['after midnight', '2026-10-01T22:30:00.000Z', '2026-10-02T05:00:00.000Z'],
    ['when they end', '2026-10-02T05:00:00.000Z', undefined],
    ['in the night in which summer time ends', '2026-10-24T23:30:00.000Z', '2026-10-25T06:00:00.000Z'],
  ])('When it is asked %s, they end at the right time of the site, or are none', (_when, now, end) => {
    expect(quietUntil(berlin, night, now)).toBe(end);
  });

  it('When they lie within a day, only that part of it is quiet', () => {
    const noon = { from: '12:00', to: '13:30' };
    expect(['11:59', '12:00', '13:29', '13:30'].map((time) => isQuietAt(noon, time))).toEqual([false, true, true, false]);
    expect(isQuietAt(undefined, '12:00')).toBe(false);
  });

  it('At any instant what is quiet ends within a day, and is over at its end', () => {
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);
    const instant = fc.integer({ min: toMs('2026-01-01T00:00:00.000Z'), max: toMs('2027-12-31T00:00:00.000Z') }).map(toInstant);
    fc.assert(
      fc.property(instant, time, time, (now, from, to) => {
        const end = quietUntil(berlin, { from, to }, now);
        if (end === undefined) return;
        expect(toMs(end) - toMs(now)).toBeLessThanOrEqual(25 * 3_600_000);
        expect(end > now).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
