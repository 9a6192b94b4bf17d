import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '../../domain/calendar.ts';
import { closesBy, phasesOf, type Standing, standingOf } from '../../domain/cycle.ts';
import { defaultSettings } from '../../domain/defaults.ts';
import { calendarOf } from '../../domain/sites.ts';
import { definitionOf } from '../../workflows/definitions.ts';

const settings = defaultSettings({ at: '2026-11-02T08:00:00.000Z', organization: 'Tessel', zone: 'Europe/Berlin' });
const calendar = calendarOf(settings, undefined);
const planned = { opensOn: '2027-04-01', closesBy: '2027-04-22', ifNeeded: false };

describe('how a planned run stands', () => {
  it.each<[string, Standing, object, Parameters<typeof standingOf>[1], string]>([
    ['on the day before', 'ahead', {}, undefined, '2027-03-31'],
    ['on its very day, when nothing has opened yet', 'ahead', {}, undefined, '2027-04-01'],
    ['on the day after', 'missing', {}, undefined, '2027-04-02'],
    ['on the day after, where it opens only if needed', 'notNeeded', { ifNeeded: true }, undefined, '2027-04-02'],
    ['left out, on the day after', 'waived', { waivedBecause: 'Nothing has changed.' }, undefined, '2027-04-02'],
    ['left out and opened all the same', 'open', { waivedBecause: 'Nothing has changed.' }, { status: 'open' }, '2027-04-02'],
    ['open past its window', 'open', {}, { status: 'open' }, '2027-06-01'],
    ['closed on the last day', 'onTime', {}, { status: 'closed', outcome: 'complete', closedOn: '2027-04-22' }, '2027-06-01'],
    ['closed on the day after the last', 'late', {}, { status: 'closed', outcome: 'complete', closedOn: '2027-04-23' }, '2027-06-01'],
    [
      'closed in time with something left open',
      'incomplete',
      {},
      { status: 'closed', outcome: 'incomplete', closedOn: '2027-04-20' },
      '2027-06-01',
    ],
    ['cancelled', 'cancelled', {}, { status: 'cancelled' }, '2027-06-01'],
  ])('When it is %s, it is %s', (_when, standing, of, run, today) => {
    expect(standingOf({ ...planned, ...of }, run, today)).toBe(standing);
  });
});

describe('the window of a planned run', () => {
  it('When everybody answers on the last day, a risk review closes with the last of its tasks; holidays count for nobody', () => {
    const review = definitionOf('riskReview');
    if (review === undefined) throw new Error('there is no risk review');
    expect(closesBy(review, '2027-01-04', calendar)).toBe('2027-01-25');
    const site = { ...settings.sites[0], country: 'DE', region: 'BW' } as Parameters<typeof makeCalendar>[0];
    // Epiphany is free in Baden-Württemberg.
    expect(closesBy(review, '2027-01-04', makeCalendar(site, settings))).toBe('2027-01-26');
  });
});

describe('the phases of a year', () => {
  const of = (phase: 'plan' | 'do', standing: Standing) => ({ phase, standing });

  it('When runs are counted, what became of the plan adds up to it, and gates are counted by phase in their order', () => {
    const gate = (name: string, passed: boolean) => ({ gate: name, passed });
    const phases = phasesOf(
      [of('do', 'onTime'), of('do', 'late'), of('do', 'missing'), of('plan', 'waived')],
      [
        { phase: 'do', gates: [gate('G15', true), gate('G2', false)] },
        { phase: 'do', gates: [gate('G2', true), gate('G2', true)] },
        { phase: 'act', gates: [] },
      ],
    );
    expect(phases.map(({ phase, planned: all, runs }) => [phase, all, runs])).toEqual([
      ...[
        ['plan', 1, 0],
        ['do', 3, 2],
      ],
      ...[
        ['check', 0, 0],
        ['act', 0, 1],
      ],
    ]);
    expect(phases[1]).toMatchObject({ onTime: 1, late: 1, missing: 1, open: 0 });
    expect(phases[1]?.gates).toEqual([
      { gate: 'G2', held: 2, broken: 1 },
      { gate: 'G15', held: 1, broken: 0 },
    ]);
  });
});
