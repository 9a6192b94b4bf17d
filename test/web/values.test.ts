import { describe, expect, it } from '@jest/globals';
import type { Field } from '../../web/src/forms/field.ts';
import { isTouched, outcomeIn, placesOf, type Values, valuesOf } from '../../web/src/forms/values.ts';
import fc from '../support/properties.ts';

const named = (name: string) => ({ name, title: name, short: name, help: '', required: true });
const owner: Field = { ...named('owner'), as: 'person' };
const what: Field = { ...named('what'), as: 'line' };
const fields: Field[] = [
  { ...named('level'), as: 'level', steps: [1, 2, 3] },
  { ...named('share'), as: 'number', whole: false },
  { ...named('consistent'), as: 'check' },
  { ...named('names'), as: 'lines' },
  { ...named('reason'), as: 'text' },
  { ...named('actions'), as: 'rows', fields: [what, owner], most: 20 },
];

describe('What stands in a form', () => {
  it('When a form is filled in, its outcome has numbers, lists and truths, and nothing of what was left empty', () => {
    const values = { level: '2', share: '0,5', consistent: 'yes', names: ' A \n\nB', reason: '  ' };
    expect(outcomeIn(fields, values).outcome).toEqual({ level: 2, share: 0.5, consistent: true, names: ['A', 'B'], actions: [] });
  });

  it('When what is to be a number is none, it stays as it was typed, for the API to refuse', () => {
    expect(outcomeIn(fields, { share: 'half' }).outcome).toMatchObject({ share: 'half' });
  });

  it('When a row is left empty, later ones move up, and what is wrong with one is said where it was typed', () => {
    const values = { 'actions:0:what': '', 'actions:2:what': 'Lock it', 'actions:2:owner': 'per-1', 'actions:5:what': 'Test it' };
    const { outcome, placeOf } = outcomeIn(fields, values);
    expect(outcome.actions).toEqual([{ what: 'Lock it', owner: 'per-1' }, { what: 'Test it' }]);
    expect([placeOf('actions.1.owner'), placeOf('actions'), placeOf('reason')]).toEqual(['actions:5:owner', 'actions', 'reason']);
    expect(placesOf(fields, values).map(({ place }) => place)).toContain('actions:5:owner');
  });

  it('When an answer came back, it stands in the form as it was, and is no answer before something is changed', () => {
    const answer = fc.record({
      ...{
        level: fc.integer({ min: 1, max: 3 }),
        consistent: fc.boolean(),
        reason: fc.string({ minLength: 1 }).map((text) => `x${text.trim()}`),
      },
      names: fc.array(fc.constantFrom('A', 'B', 'C')),
      actions: fc.array(fc.record({ what: fc.constantFrom('Lock it', 'Test it'), owner: fc.constantFrom('per-1', 'per-2') }), {
        maxLength: 5,
      }),
    });
    fc.assert(
      fc.property(answer, (before) => {
        const values: Values = valuesOf(fields, before);
        expect(outcomeIn(fields, values).outcome).toEqual(before);
        expect([isTouched(values, values), isTouched(values, { ...values, reason: 'Another one.' })]).toEqual([false, true]);
      }),
    );
  });
});
