import type { Filter } from '../models/collection.ts';
import { allOf } from '../models/filter.ts';

const mostWords = 6;

/** What somebody types into a field to search by, word by word. */
export const wordsOf = (typed: string): string[] =>
  typed
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Records in whose field each of the words begins a word, in any case. Nothing indexes that: it stands beside what narrows more, or under a limit. */
export const wordsIn = (field: string, words: readonly string[]): Filter =>
  allOf(...words.map((word) => ({ [field]: { $regex: `(^|\\W)${escaped(word)}`, $options: 'i' } })));

/** Records whose field begins with this text exactly; an index answers it. */
export const beginning = (field: string, text: string): Filter => ({ [field]: { $gte: text, $lt: `${text}\uffff` } });
