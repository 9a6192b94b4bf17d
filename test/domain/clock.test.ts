import { describe, expect, it } from '@jest/globals';
import { makeClock, systemNow, toInstant, toMs } from '../../domain/clock.ts';
import fc from '../support/properties.ts';

const origin = '2026-10-01T06:00:00.000Z';
const anInstant = fc.integer({ min: toMs(origin), max: toMs('2035-01-01T00:00:00.000Z') }).map(toInstant);
const aSpeed = fc.oneof(fc.integer({ min: 2, max: 43_200 }), fc.double({ min: 0.01, max: 43_200, noNaN: true }));

describe('The clock', () => {
  it('When the speed is 1, the organization lives in real time', () => {
    const clock = makeClock({ speed: 1, origin, realNow: () => toMs('2026-11-02T10:00:00.123Z') });
    expect(clock.now()).toBe('2026-11-02T10:00:00.123Z');
    expect(clock.toReal('2020-01-01T00:00:00.000Z')).toBe('2020-01-01T00:00:00.000Z');
    expect(clock.realMs(1500)).toBe(1500);
  });

  it('When a second is half a day, three minutes are a quarter', () => {
    const clock = makeClock({ speed: 43_200, origin, realNow: () => toMs(origin) + 184_000 });
    expect(clock.now()).toBe('2027-01-01T06:00:00.000Z');
    expect(clock.toReal('2027-01-01T06:00:00.000Z')).toBe('2026-10-01T06:03:04.000Z');
    expect(clock.realMs(60_000)).toBe(2);
  });

  it('When it starts at another time, it shows that when the organization is created, and runs on from there', () => {
    const start = '2026-12-23T07:00:00.000Z';
    const clock = makeClock({ speed: 43_200, origin, start, realNow: () => toMs(origin) + 2_000 });
    expect(clock.toOrganization(origin)).toBe(start);
    expect(clock.now()).toBe('2026-12-24T07:00:00.000Z');
    expect(clock.toReal('2026-12-24T07:00:00.000Z')).toBe('2026-10-01T06:00:02.000Z');
    expect(makeClock({ speed: 1, origin, start }).toReal(start)).toBe(start);
  });

  it('Whatever the speed, nothing wakes early and no later than a millisecond', () => {
    fc.assert(
      fc.property(aSpeed, anInstant, (speed, organization) => {
        const clock = makeClock({ speed, origin });
        const real = clock.toReal(organization);
        expect(clock.toOrganization(real) >= organization).toBe(true);
        const earlier = toInstant(toMs(real) - 2);
        expect(clock.toOrganization(earlier) < organization || speed < 1).toBe(true);
      }),
    );
  });

  it('Whatever the speed, a later real instant is never an earlier one of the organization', () => {
    const soon = fc.integer({ min: 0, max: 30 * 86_400_000 }).map((ms) => toInstant(toMs(origin) + ms));
    fc.assert(
      fc.property(aSpeed, soon, soon, (speed, a, b) => {
        const clock = makeClock({ speed, origin });
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(toMs(clock.toOrganization(first)) <= toMs(clock.toOrganization(second))).toBe(true);
      }),
    );
  });

  it('When the speed is not a positive number or the origin is not an instant, there is no clock', () => {
    for (const speed of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => makeClock({ speed, origin })).toThrow(RangeError);
    expect(() => makeClock({ speed: 2, origin: 'yesterday' })).toThrow(RangeError);
  });

  it('The time of the machine is an instant with milliseconds in UTC', () => {
    expect(systemNow()).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});
