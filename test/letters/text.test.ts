import { describe, expect, it } from '@jest/globals';
import { wrap } from '../../activities/letters/text.ts';
import fc from '../support/properties.ts';

const word = fc.stringMatching(/^[a-zäöü.,:]{1,30}$/);

describe('Wrapped text', () => {
  it('keeps all words in order and no line above 72 columns', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const wrapped = wrap(words.join(' '));
        expect(wrapped.split(/\s+/).filter(Boolean)).toEqual(words);
        for (const line of wrapped.split('\n')) expect(line.length).toBeLessThanOrEqual(72);
      }),
    );
  });

  it('When a word is longer than a line, it stands alone and is not cut', () => {
    const long = 'x'.repeat(100);
    expect(wrap(`one ${long} two`)).toBe(`one\n${long}\ntwo`);
  });

  it('When a list item goes on, its next line is indented', () => {
    expect(
      wrap('word '.repeat(20), '- ', '  ')
        .split('\n')
        .map((line) => line.slice(0, 2)),
    ).toEqual(['- ', '  ']);
  });
});
