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

type Saying = { sentences: string[]; subject?: string; title?: string };

/** A letter that asks for something which was opened before: it says in its first sentences what has changed. */
export function askedAnew(section: Asking, reader: Reader, { sentences, subject, title }: Saying): Part {
  const { t, dates } = reader;
  return {
    rank: section.due,
    subject: subject ?? t('mail:subject.action', { day: dates.dayMonth(section.due), what: inSubject(section, reader) }),
    title: title ?? headingOf(section, reader),
    date: dateOf(section, reader),
    preview: sentences[0] ?? '',
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
