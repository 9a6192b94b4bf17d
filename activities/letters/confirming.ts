import { inSubject, standardOf, whatOf } from './asked.ts';
import { asking } from './asking.ts';
import type { Part } from './blocks.ts';
import { referencesOf } from './list.ts';
import { answersOf } from './outcome.ts';
import type { Reader } from './reader.ts';
import type { ConfirmAsked, Confirmed, Returned } from './types.ts';

/** Somebody has answered, and the reader looks at it before it counts. */
export function confirmAsked(section: ConfirmAsked, reader: Reader): Part {
  const { t, name } = reader;
  return asking(section, reader, {
    sentences: [t('mail:confirm.lead', { count: section.tasks.length, name, by: section.confirming?.by ?? '' })],
  });
}

/** What the reader answered counts from now on. */
export function confirmed(section: Confirmed, reader: Reader): Part {
  const { t, name } = reader;
  const count = section.tasks.length;
  const lead = t('mail:confirm.confirmed', { count, name, by: section.by });
  return {
    rank: `~${section.due}`,
    subject: t('mail:subject.confirmed', { what: answersOf(section, reader) }),
    title: t('mail:confirm.confirmedTitle', { count }),
    preview: lead,
    blocks: [{ is: 'paragraph', text: lead }, ...referencesOf(section, t('mail:confirm.confirmedList'), reader)],
    small: [standardOf(section, reader)],
    closing: [t('mail:private')],
  };
}

/** The answer is to be mended; what was answered and said stands on the page. */
export function returned(section: Returned, reader: Reader): Part {
  const { t, name, dates } = reader;
  const { by, reason, due } = section;
  return asking(section, reader, {
    sentences: [t('mail:confirm.returned', { name, by, reason }), t('mail:confirm.history')],
    subject: t('mail:subject.returned', { day: dates.dayMonth(due), what: inSubject(section, reader) }),
    title: t('mail:confirm.returnedTitle', { what: whatOf(section, reader) }),
  });
}
