import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { makeCalendar } from '../../domain/calendar.ts';
import { toInstant } from '../../domain/clock.ts';
import { defaultSettings } from '../../domain/defaults.ts';
import type { LadderName } from '../../domain/records/settings.ts';
import { makeTimetable } from '../../domain/timetable.ts';
import fc from '../support/properties.ts';

const settings = defaultSettings({ at: '2026-01-01T00:00:00.000Z', organization: 'Kontor', zone: 'Europe/Berlin' });
const berlin = makeCalendar({ id: 'berlin', name: 'Berlin', country: 'DE', zone: 'Europe/Berlin', holidays: [] }, settings);
const lisbon = makeCalendar({ id: 'lisbon', name: 'Lisbon', country: 'PT', zone: 'Europe/Lisbon', holidays: [] }, settings);
const ladder = (name: LadderName) => settings.ladders.find((one) => one.name === name)?.rungs ?? [];
const tenFromRun = { workingDays: 10, from: 'run' } as const;

const wall = (instant: string, zone: string) => DateTime.fromISO(instant, { zone }).toFormat('ccc d LLL yyyy HH:mm');

describe('The timetable of a task', () => {
  it('When 3 October, a German holiday, lies in the window, everything moves by a day in Germany', () => {
    const opened = '2028-09-25T06:00:00.000Z';
    const { due, rungs } = makeTimetable({
      due: tenFromRun,
      ladder: ladder('standard'),
      runOpenedAt: opened,
      openedAt: opened,
      calendar: berlin,
    });
    expect(wall(due, 'Europe/Berlin')).toBe('Tue 10 Oct 2028 18:00');
    expect(rungs.map(({ rule, at }) => [rule.key, wall(at, 'Europe/Berlin')])).toEqual([
      ['reminder', 'Fri 6 Oct 2028 08:00'],
      ['dueToday', 'Tue 10 Oct 2028 08:00'],
      ['late1', 'Wed 11 Oct 2028 08:00'],
      ['late2', 'Fri 13 Oct 2028 08:00'],
      ['late3', 'Tue 24 Oct 2028 08:00'],
    ]);
  });

  it('When 5 October, a Portuguese holiday, lies in the window, everything moves by a day in Portugal only', () => {
    const opened = '2026-10-01T06:00:00.000Z';
    const of = (calendar: typeof lisbon) =>
      makeTimetable({ due: tenFromRun, ladder: ladder('standard'), runOpenedAt: opened, openedAt: opened, calendar });
    expect(of(berlin).due).toBe('2026-10-15T16:00:00.000Z');
    const { due, rungs } = of(lisbon);
    expect(due).toBe('2026-10-16T17:00:00.000Z');
    // Summer time ends on 25 October, so the last rung is an hour later in UTC.
    expect(rungs.map(({ at }) => at)).toEqual([
      '2026-10-14T07:00:00.000Z',
      '2026-10-16T07:00:00.000Z',
      '2026-10-19T07:00:00.000Z',
      '2026-10-21T07:00:00.000Z',
      '2026-10-30T08:00:00.000Z',
    ]);
  });

  it('When a task opens late in its run, it is due two working days after it opened and nobody is reminded on the day they are asked', () => {
    const { due, rungs } = makeTimetable({
      due: tenFromRun,
      ladder: ladder('standard'),
      runOpenedAt: '2026-10-01T06:00:00.000Z',
      openedAt: '2026-10-20T05:00:00.000Z',
      calendar: berlin,
    });
    expect(due).toBe('2026-10-22T16:00:00.000Z');
    expect(rungs.map(({ rule }) => rule.key)).toEqual(['dueToday', 'late1', 'late2', 'late3']);
  });

  it('When a task counts from its own opening, the opening of the run does not matter', () => {
    const { due } = makeTimetable({
      due: { workingDays: 5, from: 'opening' },
      ladder: [],
      runOpenedAt: '2026-10-01T06:00:00.000Z',
      openedAt: '2026-10-20T05:00:00.000Z',
      calendar: berlin,
    });
    expect(due).toBe('2026-10-27T17:00:00.000Z');
  });

  it('Whatever opens when, due is at least two working days away and rungs are in order after the opening', () => {
    const anInstant = fc.integer({ min: 1_790_000_000_000, max: 1_900_000_000_000 }).map(toInstant);
    const rule = fc.record({ workingDays: fc.integer({ min: 1, max: 60 }), from: fc.constantFrom('run' as const, 'opening' as const) });
    fc.assert(
      fc.property(anInstant, anInstant, rule, fc.constantFrom(...settings.ladders), (a, b, due, { rungs: rules }) => {
        const [runOpenedAt, openedAt] = a <= b ? [a, b] : [b, a];
        const timetable = makeTimetable({ due, ladder: rules, runOpenedAt, openedAt, calendar: berlin });
        expect(berlin.workingDaysUntil(berlin.dayOf(openedAt), berlin.dayOf(timetable.due))).toBeGreaterThanOrEqual(2);
        const instants = timetable.rungs.map(({ at }) => at);
        expect(instants).toEqual([...instants].sort());
        for (const {
          rule: { workingDays = 0, percent },
          at,
        } of timetable.rungs) {
          expect(at > openedAt).toBe(true);
          expect(percent === undefined ? workingDays > 0 : percent > 100).toBe(at > timetable.due);
        }
        expect(timetable.rungs.filter(({ rule: { level } }) => level > 0)).toHaveLength(rules.filter(({ level }) => level > 0).length);
      }),
    );
  });

  it('When hours count, nights, Sundays and the end of summer time do not stop the clock', () => {
    const openedAt = '2026-10-24T20:00:00.000Z';
    const rule = { hours: 72, from: 'opening' } as const;
    const { due, rungs } = makeTimetable({ due: rule, ladder: ladder('urgent'), runOpenedAt: openedAt, openedAt, calendar: berlin });
    expect(due).toBe('2026-10-27T20:00:00.000Z');
    expect(rungs.map(({ rule: { key, level }, at }) => [key, level, wall(at, 'Europe/Berlin')])).toEqual([
      ['half', 0, 'Mon 26 Oct 2026 09:00'],
      ['mostly', 0, 'Tue 27 Oct 2026 06:36'],
      ['late1', 1, 'Tue 27 Oct 2026 21:00'],
      ['late2', 2, 'Wed 28 Oct 2026 15:00'],
      ['late3', 3, 'Thu 29 Oct 2026 09:00'],
    ]);
  });

  it('When hours are counted from the run, a task that opens late has less time, and its ladder a share of that', () => {
    const [runOpenedAt, openedAt] = ['2026-10-01T06:00:00.000Z', '2026-10-01T18:00:00.000Z'];
    const rule = { hours: 24, from: 'run' } as const;
    const { due, rungs } = makeTimetable({ due: rule, ladder: ladder('urgent'), runOpenedAt, openedAt, calendar: berlin });
    expect(due).toBe('2026-10-02T06:00:00.000Z');
    expect(rungs[0]?.at).toBe('2026-10-02T00:00:00.000Z');
  });
});
