import type { Day } from '../records/common.ts';
import type { AskedIn, TaskWords } from './asked.ts';
import { listed, upperFirst } from './numbers.ts';
import type { Speaker } from './speaker.ts';

type Line = { reference?: string | undefined; since?: Day | undefined };

/** The month in which all of them were last judged; undefined when they differ or one never was, so that nobody is told a wrong one. */
export function monthOf(lines: readonly Line[], { dates }: Speaker): string | undefined {
  const months = new Set(lines.map(({ since }) => (since === undefined ? undefined : dates.month(since))));
  const [month] = months;
  return months.size === 1 ? month : undefined;
}

/** "Reassess 4 risks", "Reassess risk RSK-017": figures for subject lines, words for headings. */
export const subjectOf = (asked: { definition: TaskWords }, lines: readonly Line[], speaker: Speaker, as: 'words' | 'figure'): string =>
  speaker.counted(asked.definition.words.subject, { count: lines.length, reference: lines[0]?.reference ?? '' }, as);

/** The question as a heading; what is to be done instead, when the question speaks of a month that is not known. */
export function questionOf(asked: { definition: TaskWords }, lines: readonly Line[], speaker: Speaker, count = lines.length): string {
  const { question, subject } = asked.definition.words;
  const since = monthOf(lines, speaker);
  const reference = lines[0]?.reference ?? '';
  const needsMonth = Object.values(count === 1 ? question.one : question.other).some((text) => text.includes('{{since}}'));
  const values = { count, since, reference };
  return upperFirst(speaker.counted(needsMonth && since === undefined ? subject : question, values));
}

/** "6.1.2 and 8.2". */
export const clausesOf = (asked: Pick<AskedIn, 'process'>, { language }: Speaker): string => listed(asked.process.clauses, language);

/** Minutes for all of them, or undefined when it is more than a person plans for in one go. */
export const minutesFor = (asked: { definition: TaskWords }, count: number): number | undefined => {
  const minutes = Math.max(1, Math.round(asked.definition.words.minutes * count));
  return minutes <= 30 ? minutes : undefined;
};

/** The run, or several as far as they can be named in one line. */
export function runsSaid({ run, runs = [run] }: Pick<AskedIn, 'run' | 'runs'>, { t, language }: Speaker): string {
  return runs.length > 3 ? t('runs', { count: runs.length }) : listed(runs, language);
}
