import { describe, expect, it } from '@jest/globals';
import type { WheelRun } from '../../domain/records/dashboard.ts';
import type { PreviewTask } from '../../domain/records/preview.ts';
import type { TimeLineRow } from '../../domain/records/timeLine.ts';
import type { Process } from '../../web/src/data/process.ts';
import { barOf, marksOf } from '../../web/src/pages/runs/line/bar.ts';
import { freeOf, scaleOf, ticksOf } from '../../web/src/pages/runs/line/scale.ts';
import { linesOf } from '../../web/src/pages/runs/start/lines.ts';
import { opensByPeriod, periodsOf, subjectOf } from '../../web/src/pages/runs/start/subject.ts';
import { processRows } from '../../web/src/pages/year/calendar/rows.ts';
import { periodsAround } from '../../web/src/words/periods.ts';

const october = { from: '2026-10-01', to: '2026-10-30' };
const zone = 'Europe/Berlin';
const scale = scaleOf(october);

const row = (more: Partial<TimeLineRow> = {}): TimeLineRow => ({
  ...{ id: 'a', task: 'reassess', title: 'Reassess', count: 1, about: [], who: { id: 'p', name: 'Lukas' }, site: 'head-office', zone },
  ...{ standing: 'onTime', level: 0, opened: '2026-10-01T06:00:00.000Z', promised: '2026-10-15T15:00:00.000Z' },
  ...{ due: '2026-10-15T15:00:00.000Z', workingDaysLeft: 3, extended: 0, mails: [], escalations: [], coming: [], ...more },
});

describe('the scale of a time line', () => {
  it('When an instant lies in a zone, it is drawn on its day there; what lies outside stands at the edge', () => {
    expect(scale.days).toBe(30);
    expect(scale.at('2026-10-03T22:00:00.000Z', zone)).toBe(scale.ofDay('2026-10-04'));
    expect([scale.startOf('2026-10-01T06:00:00.000Z', zone), scale.endOf('2026-10-15T15:00:00.000Z', zone)]).toEqual([0, 50]);
    expect([scale.ofDay('2026-09-01'), scale.behindDay('2026-12-01')]).toEqual([0, 100]);
  });

  it('When days are free, they are one path; in a run of more than a quarter only holidays are', () => {
    const site = {
      id: 's',
      name: 'Porto',
      zone,
      free: [
        { from: '2026-10-03', to: '2026-10-04' },
        { from: '2026-10-05', to: '2026-10-05', name: 'Republic' },
      ],
    };
    expect(freeOf(scale, october, site)).toBe('M2 0h2v1h-2zM4 0h1v1h-1z');
    const year = { from: '2026-10-01', to: '2027-09-30' };
    expect(freeOf(scaleOf(year), year, site)).toBe('M4 0h1v1h-1z');
  });

  it('When a run is short, its Mondays are named, when it is long, its months; not where today stands', () => {
    expect(ticksOf(scale, october, '2026-10-21').map(({ day }) => day)).toEqual(['2026-10-01', '2026-10-05', '2026-10-12', '2026-10-26']);
    const year = { from: '2026-10-05', to: '2027-09-30' };
    expect(ticksOf(scaleOf(year), year, '2027-03-15').map(({ day }) => day)).toEqual([
      ...['2026-10-05', '2026-11-01', '2026-12-01', '2027-01-01', '2027-02-01', '2027-05-01', '2027-06-01', '2027-07-01', '2027-08-01'],
      '2027-09-01',
    ]);
  });
});

describe('the bar of a row', () => {
  const now = '2026-10-21T10:00:00.000Z';

  it('When it is late, what passes its date is apart; the tick stays at the first promise', () => {
    const bar = barOf(row({ standing: 'late' }), scale, now);
    expect(bar).toMatchObject({ open: 0, promised: 50, due: 50, over: { from: 50, to: bar.end } });
    expect(bar.end).toBe(scale.at(now, zone));
  });

  it('When the date was moved, nothing has passed until that one has', () => {
    const moved = barOf(row({ standing: 'soon', due: '2026-10-23T15:00:00.000Z' }), scale, now);
    expect([moved.promised, moved.due > moved.promised, moved.over]).toEqual([50, true, undefined]);
  });

  it('When it was answered on the last day, it has not passed; when it is planned, nothing has happened', () => {
    expect(barOf(row({ standing: 'done', ended: '2026-10-15T14:00:00.000Z' }), scale, now).over).toBeUndefined();
    expect(barOf(row({ standing: 'planned' }), scale, now).end).toBeUndefined();
  });

  it('When it was called off, it ends there and is late for nobody', () => {
    const bar = barOf(row({ standing: 'waived', ended: '2026-10-20T08:00:00.000Z' }), scale, now);
    expect([bar.isOff, bar.over]).toEqual([true, undefined]);
  });

  it('When several mails of one day became the same, they are one mark', () => {
    const mails = [
      { at: '2026-10-01T06:00:00.000Z', state: 'delivered' },
      { at: '2026-10-01T09:00:00.000Z', state: 'delivered' },
      { at: '2026-10-01T09:00:00.000Z', state: 'refused' },
    ];
    expect(
      marksOf(
        mails,
        ({ at }) => scale.at(at, zone),
        ({ state }) => state,
      ),
    ).toHaveLength(2);
  });
});

describe('what a run would ask', () => {
  const process: Process = {
    ...{ key: 'riskReview', title: { en: 'Risk review', de: 'Risikoüberprüfung' }, phase: 'do' },
    cadence: { every: 'quarter', openOn: { workingDay: 1 } },
    subject: { properties: { period: {}, scope: { enum: ['due', 'all'], default: 'due' } }, required: ['period'] },
  };
  const yearly: Process = { ...process, subject: { properties: { period: { pattern: '^\\d{4}$' } }, required: ['period'] } };

  it('When a day is given, the periods around it are named by their length', () => {
    expect(periodsAround('2026-12-31', 'quarter')).toEqual(['2026-Q3', '2026-Q4', '2027-Q1']);
    expect(periodsAround('2026-01-01', 'month')).toEqual(['2025-12', '2026-01', '2026-02']);
    expect(periodsAround('2026-07-01', 'halfYear')).toEqual(['2026-H1', '2026-H2', '2027-H1']);
    expect(periodsAround('2026-07-01', 'year')).toEqual(['2025', '2026', '2027']);
  });

  it('When nothing or nonsense is asked for, the period of today and the usual scope are', () => {
    expect(subjectOf(process, {}, '2026-10-21')).toEqual({ period: '2026-Q4', scope: 'due' });
    expect(subjectOf(process, { period: '2031-Q1', scope: 'none' }, '2026-10-21')).toEqual({ period: '2026-Q4', scope: 'due' });
    expect(subjectOf(process, { period: '2027-Q1', scope: 'all' }, '2026-10-21')).toEqual({ period: '2027-Q1', scope: 'all' });
    expect([subjectOf(yearly, {}, '2026-10-21'), periodsOf(yearly, '2026-10-21')[2]]).toEqual([{ period: '2026' }, '2027']);
  });

  it('When a process is about one record, it is not started by its period', () => {
    expect(opensByPeriod(process)).toBe(true);
    expect(opensByPeriod({ ...process, subject: { properties: { risk: {} }, required: ['risk'] } })).toBe(false);
    expect(opensByPeriod({ ...process, subject: { properties: { period: {}, risk: {} }, required: ['period', 'risk'] } })).toBe(false);
  });

  it('When one person is asked about several, that is one line with what the ladder would do', () => {
    const [lukas, martin] = [
      { id: 'l', name: 'Lukas' },
      { id: 'm', name: 'Martin' },
    ];
    const rungs = [
      { key: 'reminder', at: '2026-10-13T06:00:00.000Z', letter: 'reminder', level: 0, to: [lukas] },
      { key: 'duePassed', at: '2026-10-15T15:00:00.000Z', letter: 'none', level: 0, to: [] },
      { key: 'late1', at: '2026-10-16T06:00:00.000Z', letter: 'escalation', level: 1, to: [lukas, martin] },
    ];
    const task = (about: string, assignee = lukas): PreviewTask => ({
      ...{ task: 'reassess', title: 'Reassess the risk', about, assignee, opensAt: '2026-10-01T06:00:00.000Z' },
      ...{ due: '2026-10-15T15:00:00.000Z', rungs },
    });
    const lines = linesOf([task('RSK-001'), task('RSK-002'), task('RSK-003', martin)]);
    expect(lines.map(({ who, count, about }) => [who, count, about])).toEqual([
      ['Lukas', 2, ['RSK-001', 'RSK-002']],
      ['Martin', 1, ['RSK-003']],
    ]);
    expect([lines[0]?.reminded, lines[0]?.told]).toEqual([
      ['2026-10-13T06:00:00.000Z'],
      [{ at: '2026-10-16T06:00:00.000Z', level: 1, to: ['Martin'] }],
    ]);
  });
});

describe('the rows of a year', () => {
  const run = (process: string, phase: WheelRun['phase'], from: string, to: string): WheelRun => ({
    ...{ id: `${process}-${from}`, process, title: process, phase, key: from, promised: { from, to }, state: 'ahead', level: 0 },
  });

  it('When runs of a process overlap, they stand on tracks of their own, at most four; phases come in their order', () => {
    const overlapping = Array.from({ length: 6 }, (_, n) => run('check', 'check', `2026-03-0${n + 1}`, '2026-04-01'));
    const rows = processRows([
      ...overlapping,
      run('plan', 'plan', '2026-05-01', '2026-05-10'),
      run('plan', 'plan', '2026-06-01', '2026-06-10'),
    ]);
    expect(rows.map(({ process, tracks }) => [process, tracks.map(({ length }) => length)])).toEqual([
      ['plan', [2]],
      ['check', [1, 1, 1, 3]],
    ]);
  });
});
