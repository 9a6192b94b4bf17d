import { describe, expect, it } from '@jest/globals';
import annexA from '../../domain/annexA.json' with { type: 'json' };
import { Control } from '../../domain/records/control.ts';

describe('The controls of Annex A', () => {
  it('When they are counted, there are 93: 37 organizational, 8 people, 14 physical, 34 technological', () => {
    const of = (theme: string) => annexA.filter((control) => control.theme === theme).length;
    expect(annexA).toHaveLength(93);
    expect(['organizational', 'people', 'physical', 'technological'].map(of)).toEqual([37, 8, 14, 34]);
  });

  it('When a control refers to one of them, it does so by an id that the record accepts, each used once', () => {
    const ids = annexA.map(({ id }) => id);
    expect(new Set(ids).size).toBe(93);
    for (const id of ids) expect(Control.shape.annexA.safeParse([id]).success).toBe(true);
    expect(ids).toEqual(expect.arrayContaining(['5.1', '5.37', '6.8', '7.14', '8.34']));
  });

  it('When one is shown, it has a short title of its own and every attribute', () => {
    expect(new Set(annexA.map(({ title }) => title)).size).toBe(93);
    for (const control of annexA) {
      expect(control.title.length).toBeLessThanOrEqual(45);
      for (const values of [control.controlTypes, control.properties, control.concepts, control.capabilities, control.domains])
        expect(values.length).toBeGreaterThan(0);
    }
  });
});
