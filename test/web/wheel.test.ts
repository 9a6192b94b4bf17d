import { describe, expect, it } from '@jest/globals';
import type { LateItem, WheelRun } from '../../domain/records/dashboard.ts';
import { daysFrom, monthsOf } from '../../web/src/wheel/days.ts';
import { flagsOf } from '../../web/src/wheel/flags.tsx';
import { angleOf, arc, pointAt, sector } from '../../web/src/wheel/geometry.ts';
import { lanes, placed } from '../../web/src/wheel/tracks.ts';
import fc from '../support/properties.ts';

const run = (fields: Partial<WheelRun> & { from: string; to: string }): WheelRun => {
  const { from, to, ...rest } = fields;
  const id = `${rest.process ?? 'riskReview'}-${from}`;
  return {
    id,
    process: 'riskReview',
    title: 'Risk review',
    phase: 'do',
    key: from,
    promised: { from, to },
    state: 'ahead',
    level: 0,
    ...rest,
  };
};
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

describe('angles and days of the wheel', () => {
  it('When a year begins and ends, a gap of 26 degrees stays open at twelve o’clock', () => {
    expect([angleOf(0, 365), angleOf(365, 365)]).toEqual([-77, 257]);
    expect(angleOf(182.5, 365)).toBe(90);
  });

  it('When a day lies outside of the year, it is drawn at its edge', () => {
    expect([angleOf(-10, 365), angleOf(400, 365)]).toEqual([-77, 257]);
  });

  it('When an arc is longer than half of the circle, it goes the long way', () => {
    expect(arc(100, 0, 90)).toBe('M480 380A100 100 0 0 1 380 480');
    expect(arc(100, 0, 200)).toContain('0 1 1');
    expect(arc(100, 90, 0)).toContain('0 0 0');
    expect(sector(90, 100, 0, 90)).toBe('M480 380A100 100 0 0 1 380 480L380 470A90 90 0 0 0 470 380Z');
  });

  it('When a year begins in any month, it has twelve months, and the first stands right of the gap', () => {
    expect(monthsOf('2026-01-01', '2026-12-31', 'en').map(({ name }) => name)).toEqual([
      'Jan',
      'Feb',
      'Mar',
      'Apr',
      'May',
      'Jun',
      'Jul',
      'Aug',
      'Sep',
      'Oct',
      'Nov',
      'Dec',
    ]);
    const from = monthsOf('2026-07-01', '2027-06-30', 'de');
    expect(from).toHaveLength(12);
    expect(from[0]).toMatchObject({ first: 0, last: 31, name: 'Jul' });
    expect(from.at(-1)?.last).toBe(daysFrom('2026-07-01', '2027-06-30') + 1);
  });
});

describe('where runs find their place', () => {
  it('When runs of one process follow each other, they keep their track', () => {
    const runs = [run({ from: day(0), to: day(20) }), run({ from: day(90), to: day(110) }), run({ from: day(180), to: day(200) })];
    expect(new Set(placed(runs).map(({ middle }) => middle)).size).toBe(1);
  });

  it('When two overlap, the later one takes the next track', () => {
    const runs = [run({ from: day(0), to: day(20) }), run({ process: 'controlCheck', from: day(10), to: day(30) })];
    expect(placed(runs).map(({ middle }) => middle)).toEqual([258 - 7.5, 258 - 22.5]);
  });

  it('When a lane is full, the runs of one process that found no room become one arc with their number and their worst state', () => {
    const many = Array.from({ length: 9 }, (_, n) => run({ from: day(n), to: day(40), state: n === 8 ? 'late' : 'onTime' }));
    const found = placed(many);
    expect(found).toHaveLength(4);
    expect(found.at(-1)).toMatchObject({ merged: 6, run: { state: 'late', promised: { from: day(3), to: day(40) } } });
  });

  it('When runs that found no room are months apart, they are as many arcs, each as long as its runs', () => {
    const long = ['a', 'b', 'c', 'd'].map((process) => run({ process, from: day(0), to: day(300) }));
    const short = [run({ from: day(10), to: day(20) }), run({ from: day(15), to: day(25) }), run({ from: day(250), to: day(260) })];
    const over = placed([...long, ...short]).filter(({ run: { process } }) => process === 'riskReview');
    expect(over.map(({ merged, run: { promised } }) => [merged, promised.from, promised.to])).toEqual([
      [2, day(10), day(25)],
      [1, day(250), day(260)],
    ]);
  });

  it('Whatever the year, every run is drawn or counted, and no two of one process overlap on a track unless one stands for several', () => {
    const anyRun = fc
      .tuple(fc.nat(364), fc.nat(60), fc.constantFrom('a', 'b', 'c'), fc.constantFrom('plan', 'do', 'check', 'act'))
      .map(([first, length, process, phase]) => run({ process, phase, from: day(first), to: day(first + length) }));
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 40 }), (runs) => {
        const found = placed(runs);
        expect(found.reduce((sum, { merged }) => sum + merged, 0)).toBe(runs.length);
        const alone = found.filter(({ merged }) => merged === 1);
        for (const { phase, inner, outer } of lanes)
          for (const { middle } of alone.filter(({ run: one }) => one.phase === phase)) expect(middle > inner && middle < outer).toBe(true);
        for (const one of alone)
          for (const other of alone)
            if (one !== other && one.middle === other.middle && one.run.process === other.run.process)
              expect(one.run.promised.to < other.run.promised.from || other.run.promised.to < one.run.promised.from).toBe(true);
      }),
    );
  });
});

describe('flags of what is late', () => {
  const item = (due: string, more: Partial<LateItem> = {}): LateItem => ({
    ...{ kind: 'tasks', id: due, process: 'riskReview', title: 'Reassess the risk', count: 1, due, workingDaysLate: 1, level: 0 },
    because: { code: 'asksHandOver' },
    ...more,
  });
  const angle = (iso: string, end = false) => angleOf(daysFrom('2026-01-01', iso) + (end ? 1 : 0), 365);
  const hand = angle('2026-10-21');

  it('When several are late, the latest due date stands nearest the hand on the outermost tail, with the number of the list', () => {
    const flags = flagsOf([item('2026-10-10', { level: 2 }), item('2026-10-16'), item('2026-10-01', { kind: 'run' })], angle, hand);
    expect(flags.map(({ number, kind, tail }) => [number, kind, tail])).toEqual([
      [2, 'late', 351],
      [1, 'escalated', 346.5],
      [3, 'missing', 342],
    ]);
    expect(flags[0]?.place).toEqual(pointAt(364, hand - 5.4));
  });

  it('When a date was moved, the tail begins at the first promise', () => {
    const [flag] = flagsOf([item('2026-10-16', { promised: '2026-09-30' })], angle, hand);
    expect(flag?.from).toBe(angle('2026-09-30', true));
  });

  it('When more than seven are late, the seventh says how many more there are', () => {
    const flags = flagsOf(
      Array.from({ length: 18 }, (_, n) => item(`2026-09-${String(n + 1).padStart(2, '0')}`)),
      angle,
      hand,
    );
    expect(flags).toHaveLength(7);
    expect(flags.find(({ number }) => number === 7)?.text).toBe('+12');
  });
});
