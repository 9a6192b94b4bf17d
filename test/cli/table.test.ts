import { describe, expect, it } from '@jest/globals';
import { renderTable, widthOf, wrap } from '../../cli/table.ts';
import fc from '../support/properties.ts';

describe('A table for people', () => {
  it('When there is room, each column is as wide as its widest cell', () => {
    const lines = renderTable({
      head: ['Who', 'What'],
      rows: [
        ['Inês Carvalho', 'Reassess'],
        ['Rui', 'Check consistency'],
      ],
    });
    expect(lines).toEqual([
      'Who            What',
      '─────────────  ─────────────────',
      'Inês Carvalho  Reassess',
      'Rui            Check consistency',
    ]);
  });

  it('When the terminal is narrow, the widest column is wrapped at blanks', () => {
    const lines = renderTable({ head: ['Row', 'Reason'], rows: [['17', 'nobody in the register is called so']] }, 24);
    expect(lines).toEqual(
      ['Row  Reason', '───  ───────────────────', '17   nobody in the', '     register is called', '     so'].map((line) => line.trimEnd()),
    );
  });

  it('When a name is written with combining marks or wide letters, columns stay in line', () => {
    expect(widthOf('Ine\u0302s')).toBe(4);
    expect(widthOf('監査')).toBe(4);
    const [, , first, second] = renderTable({
      head: ['A', 'B'],
      rows: [
        ['Ine\u0302s', 'x'],
        ['監査', 'x'],
      ],
    });
    expect(widthOf(first ?? '')).toBe(widthOf(second ?? ''));
  });

  it('When a cell holds control characters, none of them reaches the terminal', () => {
    const [, , line] = renderTable({ head: ['A'], rows: [['red\u001b[31m\r\nend\u0007']] });
    expect(line).toBe('red[31m end');
  });

  it('When a text is wrapped, nothing is lost and no line is too long', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zäö]{1,30}$/), { minLength: 1 }), fc.integer({ min: 1, max: 40 }), (words, width) => {
        const lines = wrap(words.join(' '), width);
        expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      }),
    );
  });

  it('When there is a width, no line is longer', () => {
    const cell = fc.string({ maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 40, max: 120 }),
        (rows, width) => {
          const lines = renderTable({ head: ['a', 'b', 'c'], rows }, width);
          expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
