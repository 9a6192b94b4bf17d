import { inSubject, whatOf } from './asked.ts';
import { asking } from './asking.ts';
import type { Part } from './blocks.ts';
import type { Reader } from './reader.ts';
import type { Delegated, DeputyAsked, HandedBack } from './types.ts';

/** The owner asks the reader in their stead, for a while; it stays the owner's. */
export function delegated(section: Delegated, reader: Reader): Part {
  const { t, name, dates } = reader;
  const count = section.tasks.length;
  const lead = t('mail:standIn.delegated', { count, name, from: section.from, day: dates.longDay(section.until) });
  return asking(section, reader, { sentences: [lead, t('mail:standIn.notPassedOn')] });
}

/** The owner is away, so the reader is asked as deputy; the date stands. */
export function deputyAsked(section: DeputyAsked, reader: Reader): Part {
  const { t, name } = reader;
  const lead = t('mail:standIn.deputy', { count: section.tasks.length, name, owner: section.onBehalfOf ?? '' });
  return asking(section, reader, { sentences: [lead, t('mail:reassigned.sameDate')] });
}

/** It is the owner's again. */
export function handedBack(section: HandedBack, reader: Reader): Part {
  const { t, name, dates } = reader;
  const { from, how, tasks, due } = section;
  const lead = t(how === 'given' ? 'mail:standIn.given' : 'mail:standIn.cameBack', { count: tasks.length, name, from });
  return asking(section, reader, {
    sentences: [lead, t('mail:reassigned.sameDate')],
    subject: t('mail:subject.handedBack', { day: dates.dayMonth(due), what: inSubject(section, reader) }),
    title: t('mail:standIn.backTitle', { what: whatOf(section, reader) }),
  });
}
