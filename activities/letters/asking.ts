import {
  type Asking,
  answerButton,
  comingRungs,
  dateOf,
  doneWhen,
  headingOf,
  howOf,
  inSubject,
  placeOf,
  smallPrint,
  somethingElse,
  whyYou,
} from './asked.ts';
import type { Part } from './blocks.ts';
import { listOfAsked } from './list.ts';
import type { Reader } from './reader.ts';

type Saying = { sentences: string[]; subject?: string; title?: string; preview?: string };

/** A letter that asks for something: what it says first, by when, why you, what counts as done, and who is told if it is late. */
export function asking(section: Asking, reader: Reader, { sentences, subject, title, preview = sentences[0] ?? '' }: Saying): Part {
  const { t, dates } = reader;
  return {
    rank: section.due,
    subject: subject ?? t('mail:subject.action', { day: dates.dayMonth(section.due), what: inSubject(section, reader) }),
    title: title ?? headingOf(section, reader),
    date: dateOf(section, reader),
    preview,
    blocks: [
      { is: 'paragraph', text: [...sentences, howOf(section, reader)].join(' ') },
      answerButton(section, reader),
      ...listOfAsked(section, reader),
      whyYou(section, reader),
      doneWhen(section, reader),
      ...comingRungs(t('mail:whoIsTold'), section.steps, reader, true),
      ...somethingElse(section, reader),
    ],
    ...smallPrint(section, reader, section.answer),
    href: placeOf(section, reader),
  };
}
