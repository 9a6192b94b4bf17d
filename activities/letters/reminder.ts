import { inWords, upperFirst } from '../../domain/words/numbers.ts';
import {
  answerButton,
  comingRungs,
  dateOf,
  doneWhen,
  howOf,
  inSubject,
  placeOf,
  smallPrint,
  somethingElse,
  standsInFor,
  whatOf,
} from './asked.ts';
import type { Part } from './blocks.ts';
import { listOfAsked } from './list.ts';
import type { Reader } from './reader.ts';
import type { DueToday, Reminder } from './types.ts';

/** Before the date: what is still open, and that a date nobody can keep is better said now. */
export function reminder(section: Reminder, reader: Reader): Part {
  const { t, dates } = reader;
  return {
    ...asked(section, reader),
    subject: t('mail:subject.reminder', { day: dates.dayMonth(section.due), what: inSubject(section, reader) }),
    title: t('mail:reminder.title', { what: whatOf(section, reader) }),
    blocks: blocksOf(section, reader, [
      openSentence(section, reader),
      ...standsInFor(section, reader),
      howOf(section, reader, true),
      ...(section.confirming === undefined ? [t('mail:reminder.tooEarly', { day: weekdayOf(section, reader) })] : []),
    ]),
  };
}

/** On the day itself. */
export function dueToday(section: DueToday, reader: Reader): Part {
  const { t, dates } = reader;
  return {
    ...asked(section, reader),
    subject: t('mail:subject.dueToday', { day: dates.dayMonth(section.due), what: inSubject(section, reader) }),
    title: t('mail:dueToday.title', { what: whatOf(section, reader) }),
    blocks: blocksOf(section, reader, [openSentence(section, reader), ...standsInFor(section, reader), howOf(section, reader, true)]),
  };
}

type Pending = Reminder | DueToday;

/** That it is still open; an answer waits for whoever confirms it. */
function openSentence(section: Pending, reader: Reader): string {
  const { t, name } = reader;
  const count = section.tasks.length;
  if (section.confirming !== undefined) return t('mail:confirm.waits', { count, name, by: section.confirming.by });
  return t(`mail:${section.kind}.lead`, { count, name, number: numberOf(section, reader) });
}

const numberOf = (section: Pending, { language }: Reader): string => inWords(section.tasks.length, language);

/** A weekday alone is enough within a week; farther away it needs its date. */
const weekdayOf = ({ due }: Pending, { dates }: Reader): string => (dates.daysFromNow(due) < 7 ? dates.weekday(due) : dates.longDay(due));

const asked = (section: Pending, reader: Reader): Pick<Part, 'rank' | 'date' | 'preview' | 'small' | 'closing' | 'href'> => ({
  rank: section.due,
  date: dateOf(section, reader),
  preview: upperFirst(howOf(section, reader, true)),
  ...smallPrint(section, reader, section.answer),
  href: placeOf(section, reader),
});

const blocksOf = (section: Pending, reader: Reader, lead: string[]): Part['blocks'] => [
  { is: 'paragraph', text: lead.join(' ') },
  answerButton(section, reader),
  ...listOfAsked(section, reader),
  doneWhen(section, reader),
  ...comingRungs(reader.t('mail:whoIsTold'), section.steps, reader, true),
  ...somethingElse(section, reader),
];
