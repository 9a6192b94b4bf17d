import type { Step } from '../../domain/records/reading.ts';
import { type AskedIn, isByTheClock } from '../../domain/words/asked.ts';
import { daysLeft, toneOf } from '../../domain/words/lateness.ts';
import { figure, inWords, lowerFirst, upperFirst } from '../../domain/words/numbers.ts';
import { clausesOf, minutesFor, runsSaid, subjectOf } from '../../domain/words/question.ts';
import { toldByStep } from '../../domain/words/told.ts';
import type { Block, Part } from './blocks.ts';
import type { Reader } from './reader.ts';
import type {
  ConfirmAsked,
  Delegated,
  DeputyAsked,
  DueToday,
  Escalation,
  ExtensionDecided,
  HandedBack,
  Opened,
  Reassigned,
  Reminder,
  Returned,
  TaskLine,
} from './types.ts';

/** Letters that ask the reader for something have these parts in common. */
export type Asking =
  | Opened
  | Reminder
  | DueToday
  | Reassigned
  | Delegated
  | DeputyAsked
  | HandedBack
  | Returned
  | ConfirmAsked
  | ExtensionDecided
  | (Escalation & { mine: true });

export type Lines = AskedIn & { tasks: readonly TaskLine[]; confirming?: { by: string } | undefined; onBehalfOf?: string | undefined };

/** What is asked: the answer, or where there is one that it is confirmed. */
function said(section: Lines, reader: Reader, as: 'words' | 'figure'): string {
  if (section.confirming === undefined) return subjectOf(section, section.tasks, reader, as);
  const count = section.tasks.length;
  const reference = section.tasks[0]?.reference;
  if (count === 1 && reference === undefined) return reader.t('mail:confirm.whatAlone');
  const values = {
    count,
    number: as === 'words' ? inWords(count, reader.language) : figure(count, reader.language),
    reference: reference ?? '',
  };
  return reader.t('mail:confirm.what', values);
}

/** "reassess four risks" within a sentence. */
export const whatOf = (section: Lines, reader: Reader): string => lowerFirst(said(section, reader, 'words'), reader.language);
/** "Reassess four risks" at its beginning. */
export const headingOf = (section: Lines, reader: Reader): string => upperFirst(said(section, reader, 'words'));
/** "Reassess 4 risks" in a subject line. */
export const inSubject = (section: Lines, reader: Reader): string => upperFirst(said(section, reader, 'figure'));

/** "By Thursday 15 October 2026 · 10 working days left", or "Due …" once it has passed. */
export const dateOf = (section: { due: string; left: number; steps?: readonly Step[] }, reader: Reader): Part['date'] => ({
  text: reader.t(section.left < 0 ? 'dueOn' : 'by', { day: dueIn(section, reader) }),
  note: daysLeft(section.left, reader),
  tone: toneOf(section.left),
});

const dueIn = ({ due, steps }: { due: string; steps?: readonly Step[] }, { dates }: Reader): string =>
  isByTheClock(steps) ? dates.fullDayTime(due) : dates.fullDay(due);

/** How it is answered, and how long that takes when it can be done in one go. */
export function howOf(section: Asking, { t }: Reader, short = false): string {
  if (section.confirming !== undefined) return t('mail:confirm.how');
  const count = section.tasks.length;
  const [longForm, shortForm] = section.answer === 'link' ? (['link', 'linkShort'] as const) : (['login', 'loginShort'] as const);
  const minutes = minutesFor(section, count);
  if (minutes === undefined) return short ? t(`mail:how.${shortForm}Many`) : t(`mail:how.${longForm}Many`);
  const takes = t('minutes', { count: minutes });
  return short ? t(`mail:how.${shortForm}`, { minutes: takes }) : t(`mail:how.${longForm}`, { count, minutes: takes });
}

export const answerButton = (section: Asking, reader: Reader): Block => ({
  is: 'button',
  label:
    section.confirming === undefined
      ? upperFirst(reader.counted(section.definition.words.button, { count: section.tasks.length, reference: section.tasks[0]?.reference }))
      : reader.t('mail:confirm.button'),
  href: placeOf(section, reader),
});

/** Where it is answered; a single answer is confirmed on its own page, and decisions stand together on theirs. */
export const placeOf = (section: Asking, reader: Reader): string => {
  const [only, second] = section.tasks;
  const confirmed = section.confirming !== undefined && second === undefined ? only?.task : undefined;
  if (confirmed !== undefined) return reader.taskAt(confirmed);
  return section.confirming === undefined && section.page !== undefined ? reader.pageAt(section.page) : reader.answerAt(section.answer);
};

export const whyYou = (section: Asking, reader: Reader): Block => ({
  is: 'prose',
  title: reader.t('whyYou'),
  text: reasonFor(section, reader),
});

function reasonFor({ confirming, onBehalfOf, definition }: Asking, { t, pick }: Reader): string {
  if (confirming !== undefined) return t('mail:confirm.whyYou');
  return onBehalfOf === undefined ? pick(definition.purpose) : t('mail:standIn.whyYou', { name: onBehalfOf });
}

export const doneWhen = (section: AskedIn, { t, pick }: Reader): Block => ({
  is: 'bullets',
  title: t('doneWhen'),
  items: section.definition.doneWhen.map(pick),
});

/** The rungs after the due date that are still to come, each with its day and whom it tells. */
export function comingRungs(title: string, steps: readonly Step[], reader: Reader, mine: boolean): Block[] {
  const coming = steps.filter(({ what, level, state }) => what === 'escalation' && level > 0 && state === 'pending');
  if (coming.length === 0) return [];
  return [{ is: 'rows', title, rows: coming.map((step) => [momentOf(step, reader), toldByStep(step, reader, mine)]) }];
}

const momentOf = ({ at, byTheClock }: Step, { dates }: Reader): string => (byTheClock === true ? dates.weekdayTime(at) : dates.day(at));

/** What else the reader can do: more time, another person and a comment on the page behind the link, or after signing in. */
export function somethingElse(section: Asking, reader: Reader): Block[] {
  const { t, link } = reader;
  if (section.confirming !== undefined) return [];
  if (section.answer === 'login' || link === undefined)
    return [{ is: 'links', title: t('somethingElse'), links: [], text: t('mail:elseLogin') }];
  const comment = { label: t('mail:comment'), href: `${link}#question` };
  if (section.definition.inPerson === true) return [{ is: 'links', title: t('somethingElse'), links: [comment] }];
  const links = [
    // More time is asked for before the date.
    ...(section.left < 0 ? [] : [{ label: t('mail:moreTime'), href: `${link}#more-time` }]),
    { label: t('mail:handOver'), href: `${link}#hand-over` },
    comment,
  ];
  return [{ is: 'links', title: t('somethingElse'), links }];
}

/** Whoever stands in for somebody is told for whom, each time. */
export const standsInFor = ({ onBehalfOf }: Asking, { t }: Reader): string[] =>
  onBehalfOf === undefined ? [] : [t('mail:standIn.for', { name: onBehalfOf })];

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

export const standardOf = (section: Pick<AskedIn, 'process' | 'run' | 'runs'>, reader: Reader): string =>
  reader.t('standard', {
    process: reader.pick(section.process.title),
    run: runsSaid(section, reader),
    clauses: clausesOf(section, reader),
  });
