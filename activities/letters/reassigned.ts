import {
  answerButton,
  comingRungs,
  dateOf,
  doneWhen,
  headingOf,
  howOf,
  inSubject,
  smallPrint,
  somethingElse,
  standardOf,
  whatOf,
  whyYou,
} from './asked.ts';
import type { Part } from './blocks.ts';
import { listOf, listOfAsked } from './list.ts';
import type { Reader } from './reader.ts';
import type { Reassigned, Taken } from './types.ts';

/** The task has come to the reader from somebody else; its date stays. */
export function reassigned(section: Reassigned, reader: Reader): Part {
  const { t, dates } = reader;
  const lead = cameFrom(section, reader);
  return {
    rank: section.due,
    subject: t('mail:subject.action', { day: dates.dayMonth(section.due), what: inSubject(section, reader) }),
    title: headingOf(section, reader),
    date: dateOf(section, reader),
    preview: lead,
    blocks: [
      { is: 'paragraph', text: [lead, t('mail:reassigned.sameDate'), howOf(section, reader)].join(' ') },
      answerButton(section, reader),
      ...listOfAsked(section, reader),
      whyYou(section, reader),
      doneWhen(section, reader),
      ...comingRungs(t('mail:whoIsTold'), section.steps, reader, true),
      ...somethingElse(section, reader),
    ],
    ...smallPrint(section, reader, section.answer),
    href: reader.answerAt(section.answer),
  };
}

function cameFrom({ from, by, tasks }: Reassigned, { t, name }: Reader): string {
  const count = tasks.length;
  return by === undefined || by === from
    ? t('mail:reassigned.lead', { count, name, from })
    : t('mail:reassigned.leadBy', { count, name, from, by });
}

/** The task of the reader has gone to somebody else: nothing is left to do, and earlier links no longer answer it. */
export function taken(section: Taken, reader: Reader): Part {
  const { t, name } = reader;
  const { to, by } = section;
  const lead = by === undefined ? t('mail:taken.lead', { name, to }) : t('mail:taken.leadBy', { name, to, by });
  return {
    rank: `~${section.due}`,
    subject: t('mail:subject.taken', { what: inSubject(section, reader) }),
    title: t('mail:taken.title', { what: whatOf(section, reader) }),
    preview: lead,
    blocks: [
      { is: 'paragraph', text: `${lead} ${t('mail:taken.nothing')}` },
      ...listOf('plain', t('mail:taken.list'), section.tasks, reader, () => to),
    ],
    small: [standardOf(section, reader)],
    closing: [t('mail:private')],
  };
}
