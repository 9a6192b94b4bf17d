import { describe, expect, it } from '@jest/globals';
import { absenceOn, ended, inOrder } from '../../web/src/pages/people/absences.ts';
import { boxesOf, heightOf, linesOf, pathOf } from '../../web/src/pages/processes/mapGeometry.ts';
import { given, oneOf, textIn } from '../../web/src/routes/given.ts';

const away = { from: '2026-10-19', to: '2026-10-30' };
const later = { from: '2026-12-24', to: '2027-01-01' };

describe('absences', () => {
  it('When a day lies within one, the first and the last included, somebody is away on it', () => {
    const on = (day: string) => absenceOn([away, later], day);
    expect(['2026-10-18', '2026-10-19', '2026-10-30', '2026-10-31'].map(on)).toEqual([undefined, away, away, undefined]);
  });

  it('When one is ended that has begun, it ended yesterday; one that begins today or later is gone', () => {
    expect(ended([away, later], away, '2026-10-21')).toEqual([{ from: '2026-10-19', to: '2026-10-20' }, later]);
    expect(ended([away, later], away, '2026-10-19')).toEqual([later]);
    expect(ended([away, later], later, '2026-10-21')).toEqual([away]);
    expect(ended([{ from: '2026-02-27', to: '2026-03-09' }], { from: '', to: '' }, '2026-03-01')).toHaveLength(1);
  });

  it('When they are shown, they stand in the order of their first days', () => {
    expect(inOrder([later, away])).toEqual([away, later]);
  });
});

describe('what an address says', () => {
  it('When a value looks like a number, it is text all the same; what is empty or something else is nothing', () => {
    expect([textIn('Lukas'), textIn(42), textIn(''), textIn({}), textIn(undefined)]).toEqual([
      'Lukas',
      '42',
      undefined,
      undefined,
      undefined,
    ]);
    expect([oneOf(['left'] as const, 'left'), oneOf(['left'] as const, 'gone')]).toEqual(['left', undefined]);
    expect(given({ q: undefined, role: 'auditor' })).toEqual({ role: 'auditor' });
  });
});

describe('the map of the processes', () => {
  const node = (key: string, phase: 'plan' | 'do' | 'act') => ({
    ...{ key, phase, title: { en: key, de: key }, accountable: 'ismsManager' as const, inputs: [], outputs: [] },
  });

  it('When processes are of one phase, they stand below each other in its column', () => {
    const boxes = boxesOf([node('a', 'do'), node('b', 'plan'), node('c', 'do')]);
    expect(boxes.map(({ node: { key }, x, y }) => [key, x, y])).toEqual([
      ['b', 20, 56],
      ['a', 270, 56],
      ['c', 270, 134],
    ]);
    expect([heightOf(boxes), heightOf([])]).toEqual([202, 68]);
  });

  it('When an arrow leads forward, within a phase or back, it leaves and arrives at the sides that face each other', () => {
    const [plan, first, second, act] = boxesOf([node('p', 'plan'), node('a', 'do'), node('b', 'do'), node('z', 'act')]);
    if (plan === undefined || first === undefined || second === undefined || act === undefined) throw new Error('four boxes');
    expect(pathOf(plan, first)).toMatch(/^M210 82C240 82 240 82 270 82$/);
    expect(pathOf(first, second)).toMatch(/^M460 82C494 82 494 160 460 160$/);
    expect(pathOf(act, plan)).toMatch(/^M770 90C740 90 240 90 210 90$/);
  });

  it('When a title is long, it takes two lines, broken between words', () => {
    expect(linesOf('Risk review')).toEqual(['Risk review']);
    expect(linesOf('Measurement and analysis')).toEqual(['Measurement and', 'analysis']);
    expect(linesOf('Maßnahmen einführen und prüfen lassen')).toEqual(['Maßnahmen einführen', 'und prüfen lassen']);
    expect(linesOf('Risikobehandlungsplanungsverfahren für alle')).toEqual(['Risikobehandlungsplanungsverfahren', 'für alle']);
  });
});
