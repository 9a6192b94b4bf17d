import type { WordsOfTask } from '../../../domain/records/reading.ts';
import { inWords, upperFirst } from './numbers.ts';

/** How many are asked, about what where it is one, and the month in which all of them were last judged. */
type Counting = { count: number; reference?: string | undefined; since?: string | undefined };

function said({ one, other }: WordsOfTask['question'], { count, reference, since }: Counting, language: string): string {
  const values: Record<string, string | undefined> = { count: inWords(count, language), reference, since };
  const text = (count === 1 ? one : other).replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => values[name] ?? '');
  return upperFirst(text.replace(/\s+/g, ' ').trim());
}

/** What is to be done: "Reassess three risks". */
export const subjectOf = (words: WordsOfTask, counting: Counting, language: string): string => said(words.subject, counting, language);

/** The question as a heading; what is to be done instead, when the question speaks of a month that is not known. */
export function questionOf(words: WordsOfTask, counting: Counting, language: string): string {
  const needsMonth = (counting.count === 1 ? words.question.one : words.question.other).includes('{{since}}');
  return said(needsMonth && counting.since === undefined ? words.subject : words.question, counting, language);
}

const mostMinutes = 30;

/** Minutes for all of them, or undefined when it is more than a person plans for in one go. */
export function minutesFor({ minutes }: WordsOfTask, count: number): number | undefined {
  const all = Math.max(1, Math.round(minutes * count));
  return all <= mostMinutes ? all : undefined;
}

/** The month in which all of these days lie; undefined where they differ or one is not known, so that nobody is told a wrong one. */
export function monthOf(days: readonly (string | undefined)[], monthIn: (day: string) => string): string | undefined {
  const months = new Set(days.map((day) => (day === undefined ? undefined : monthIn(day))));
  const [month] = months;
  return months.size === 1 ? month : undefined;
}
