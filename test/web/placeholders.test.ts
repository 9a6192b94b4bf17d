import { describe, expect, it } from '@jest/globals';
import { de } from '../../web/src/words/de.ts';
import { en } from '../../web/src/words/en.ts';

/** Every text by its path. */
function textsIn(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : textsIn(value as object, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name))].sort();

describe('words of the cockpit', () => {
  const german = new Map(textsIn(de));

  it('When a sentence is spoken in both languages, both say the same things; one thing may be a word instead of a figure', () => {
    const differ = textsIn(en).filter(([path, text]) => {
      const [ours, theirs] = [placeholders(text), placeholders(german.get(path) ?? '')];
      const isCount = (name: string | undefined) => name === 'count' && /_(zero|one)$/.test(path);
      return ours.filter((name) => !isCount(name)).join() !== theirs.filter((name) => !isCount(name)).join();
    });
    expect(differ).toEqual([]);
  });

  it('When a sentence is read, nobody is shouted at', () => {
    expect([...textsIn(en), ...textsIn(de)].filter(([, text]) => /!|successful|erfolgreich/i.test(text))).toEqual([]);
  });
});
