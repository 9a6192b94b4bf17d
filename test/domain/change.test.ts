import { describe, expect, it } from '@jest/globals';
import { Touched } from '../../domain/records/change.ts';
import { isMajor, isSignificant, isUndecided } from '../../domain/rules/change.ts';

describe('whose decision a change of the ISMS is', () => {
  it.each(Touched.options)(
    'When a change that is called minor touches %s, only what top management has approved makes it major',
    (part) => {
      expect(isMajor({ size: 'minor', touches: [part] })).toBe(['scope', 'policy', 'criteria'].includes(part));
      expect(isMajor({ size: 'major', touches: [part] })).toBe(true);
    },
  );

  it.each(Touched.options)('When a change touches %s, it may change risks if somebody says so, and always by scope or criteria', (part) => {
    expect(isSignificant({ significant: false, touches: [part] })).toBe(['scope', 'criteria'].includes(part));
    expect(isSignificant({ significant: true, touches: [part] })).toBe(true);
  });

  it('When nothing is judged yet, it is neither, and nobody has decided', () => {
    expect([isMajor({}), isSignificant({}), isUndecided({ status: 'requested' })]).toEqual([false, false, true]);
    expect([isUndecided({ status: 'approved' }), isUndecided({ status: 'rejected' })]).toEqual([false, false]);
  });
});
