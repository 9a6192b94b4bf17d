import type { AskedIn, Step } from '../../domain/words/asked.ts';
import { daysLeft, toneOf } from '../../domain/words/lateness.ts';
import { lowerFirst, upperFirst } from '../../domain/words/numbers.ts';
import { clausesOf, minutesFor, subjectOf } from '../../domain/words/question.ts';
import { toldByStep, whoCanMove } from '../../domain/words/told.ts';
import type { Block, Part } from './blocks.ts';
import type { Reader } from './reader.ts';
import type { DueToday, Escalation, Opened, Reassigned, Reminder, TaskLine } from './types.ts';

/** Letters that ask the reader for something have these parts in common. */
export type Asking = Opened | Reminder | DueToday | Reassigned | (Escalation & { mine: true });

export type Lines = AskedIn & { tasks: readonly TaskLine[] };

/** "reassess four risks" within a sentence. */
export const whatOf = (section: Lines, reader: Reader): string =>
  lowerFirst(subjectOf(section, section.tasks, reader, 'words'), reader.language);
/** "Reassess four risks" at its beginning. */
export const headingOf = (section: Lines, reader: Reader): string => upperFirst(subjectOf(section, section.tasks, reader, 'words'));
/** "Reassess 4 risks" in a subject line. */
export const inSubject = (section: Lines, reader: Reader): string => upperFirst(subjectOf(section, section.tasks, reader, 'figure'));

/** "By Thursday 15 October 2026 · 10 working days left", or "Due …" once it has passed. */
export const dateOf = (section: { due: string; left: number }, reader: Reader): Part['date'] => ({
  text: reader.t(section.left < 0 ? 'dueOn' : 'by', { day: reader.dates.fullDay(section.due) }),
  note: daysLeft(section.left, reader),
  tone: toneOf(section.left),
});

/** How it is answered, and how long that takes when it can be done in one go. */
export function howOf(section: Asking, { t }: Reader, short = false): string {
  const count = section.tasks.length;
  const [longForm, shortForm] = section.answer === 'link' ? (['link', 'linkShort'] as const) : (['login', 'loginShort'] as const);
  const minutes = minutesFor(section, count);
  if (minutes === undefined) return short ? t(`mail:how.${shortForm}Many`) : t(`mail:how.${longForm}Many`);
  const takes = t('minutes', { count: minutes });
  return short ? t(`mail:how.${shortForm}`, { minutes: takes }) : t(`mail:how.${longForm}`, { count, minutes: takes });
}

export const answerButton = (section: Asking, reader: Reader): Block => ({
  is: 'button',
  label: upperFirst(
    reader.counted(section.definition.words.button, { count: section.tasks.length, reference: section.tasks[0]?.reference }),
  ),
  href: reader.answerAt(section.answer),
});

export const whyYou = (section: AskedIn, { t, pick }: Reader): Block => ({
  is: 'prose',
  title: t('whyYou'),
  text: pick(section.definition.purpose),
});

export const doneWhen = (section: AskedIn, { t, pick }: Reader): Block => ({
  is: 'bullets',
  title: t('doneWhen'),
  items: section.definition.doneWhen.map(pick),
});

/** The rungs after the due date that are still to come, each with its day and whom it tells. */
export function comingRungs(title: string, steps: readonly Step[], reader: Reader, mine: boolean): Block[] {
  const coming = steps.filter(({ what, level, state }) => what === 'escalation' && level > 0 && state === 'pending');
  if (coming.length === 0) return [];
  return [{ is: 'rows', title, rows: coming.map((step) => [reader.dates.day(step.at), toldByStep(step, reader, mine)]) }];
}

/** What else the reader can do: a comment on the page behind the link, and whom to ask for another person. */
export function somethingElse(section: Asking, reader: Reader): Block[] {
  const { t } = reader;
  const text = whoCanMove(reader.managerName, reader.isManager, reader);
  const links =
    section.answer === 'link' && reader.link !== undefined ? [{ label: t('mail:comment'), href: `${reader.link}#question` }] : [];
  return [{ is: 'links', title: t('somethingElse'), links, text }];
}

/** Process, run and clauses; then why details are missing and what the attachment is. */
export const smallPrint = (section: AskedIn, reader: Reader, how: 'link' | 'login'): Pick<Part, 'small' | 'closing'> => ({
  small: [standardOf(section, reader)],
  closing: closingOf(reader, how),
});

export const closingOf = ({ t, link, calendar }: Reader, how: 'link' | 'login'): string[] => [
  t('mail:private'),
  ...(how === 'link' && link !== undefined ? [t('mail:yours')] : []),
  ...(calendar ? [t('mail:calendar')] : []),
];

export const standardOf = (section: Pick<AskedIn, 'process' | 'run'>, reader: Reader): string =>
  reader.t('standard', { process: reader.pick(section.process.title), run: section.run, clauses: clausesOf(section, reader) });
