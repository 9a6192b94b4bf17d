import { describe, expect, it } from '@jest/globals';
import { guarded, isGuarded, joined, parted, separators } from '../../../api/import/escaping.ts';
import fc from '../../support/properties.ts';

const likelySigns = fc.string({ unit: fc.constantFrom('|', '\\', ',', ';', "'", '=', '@', '-', 'a', ' ', 'ä'), maxLength: 8 });

describe('Several values in a cell', () => {
  it.each(Object.values(separators).flatMap((between) => (['|', '\n'] as const).map((glue) => [between, glue] as const)))(
    'Whatever they are, separated by %j and joined with %j, they come back as they were',
    (between, glue) => {
      const value = fc.oneof(likelySigns, fc.string({ unit: 'grapheme', maxLength: 8 })).map((text) => text.replace(/[\n\r]/g, '').trim());
      // A quote before a formula is taken off where the value is looked at.
      const values = fc.array(
        value.filter((text) => text !== '' && !/^'*=/.test(text)),
        { maxLength: 5 },
      );
      fc.assert(
        fc.property(values, (all) => expect(parted(joined(all, between, glue), between)).toEqual(all)),
        { numRuns: 2000 },
      );
    },
  );

  it('When people write them, a line break separates too, and a backslash elsewhere is a sign like any other', () => {
    expect(parted('C:\\data | \\\\server\\share\n\nTape', separators.titles)).toEqual(['C:\\data', '\\\\server\\share', 'Tape']);
    expect(parted('a, b;c|d', separators.words)).toEqual(['a', 'b', 'c', 'd']);
    expect(parted('a, b;c|d', separators.titles)).toEqual(['a, b;c', 'd']);
  });
});

describe('A cell of a CSV file', () => {
  it('Whatever it is, no spreadsheet takes it for a formula, and it comes back as it was', () => {
    fc.assert(
      fc.property(fc.oneof(likelySigns, fc.string({ maxLength: 8 })), (text) => {
        const cell = guarded(text);
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect(isGuarded(cell) ? cell.slice(1) : cell).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
