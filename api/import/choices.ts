import type { Cell } from './cell.ts';
import type { ProblemCode } from './report.ts';
import { short, wordsOf } from './values.ts';

/** Values of ours and the names they go by. */
export type Choices<T extends string> = { values: readonly T[]; byName: ReadonlyMap<string, T> };

/** Names are equal in any case and whatever stands between their letters: `ISMS manager`, `isms_manager`, `ismsManager`. */
const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

export const choices = <T extends string>(values: readonly T[], also: Partial<Record<T, readonly string[]>> = {}): Choices<T> => ({
  values,
  byName: new Map(values.flatMap((value) => [value, ...(also[value] ?? [])].map((name) => [letters(name), value] as const))),
});

/** The value of ours that a cell, or one word of it, names; undefined when empty. The sentence lists what is known. */
export function choiceOf<T extends string>(
  cell: Cell,
  { values, byName }: Choices<T>,
  code: ProblemCode,
  word = cell.value,
): T | undefined {
  if (word === '') return undefined;
  return byName.get(letters(word)) ?? cell.refuse(code, `"${short(word)}" is not known in ${cell.column}. Known are ${values.join(', ')}.`);
}

const answers = choices(['yes', 'no'], { yes: ['y', 'true', '1', 'x', 'ja', 'wahr'], no: ['n', 'false', '0', 'nein', 'falsch'] });

/** Yes or no, as a word or as what a spreadsheet makes of it; undefined when empty. */
export function yesOrNoOf(cell: Cell): boolean | undefined {
  const answer = choiceOf(cell, answers, 'wrongValue');
  return answer === undefined ? undefined : answer === 'yes';
}

/** Several values of ours, each once. */
export const choicesOf = <T extends string>(cell: Cell, known: Choices<T>, code: ProblemCode, words = wordsOf(cell)): T[] => [
  ...new Set(words.flatMap((word) => choiceOf(cell, known, code, word) ?? [])),
];
