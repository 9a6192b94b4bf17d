import { inSubject, standardOf, whatOf } from './asked.ts';
import { asking } from './asking.ts';
import type { Part } from './blocks.ts';
import { listOf } from './list.ts';
import type { Reader } from './reader.ts';
import type { Reassigned, Taken } from './types.ts';

/** The task has come to the reader from somebody else; its date stays. */
export const reassigned = (section: Reassigned, reader: Reader): Part =>
  asking(section, reader, { sentences: [cameFrom(section, reader), reader.t('mail:reassigned.sameDate')] });

function cameFrom({ from, by, tasks }: Reassigned, { t, name }: Reader): string {
  const count = tasks.length;
  return by === undefined || by === from
    ? t('mail:reassigned.lead', { count, name, from })
    : t('mail:reassigned.leadBy', { count, name, from, by });
}

/** The task of the reader has gone to somebody else, or is done: nothing is left to do, and earlier links no longer answer it. */
export function taken(section: Taken, reader: Reader): Part {
  const { t } = reader;
  const lead = goneTo(section, reader);
  return {
    rank: `~${section.due}`,
    subject: t('mail:subject.taken', { what: inSubject(section, reader) }),
    title: t('mail:taken.title', { what: whatOf(section, reader) }),
    preview: lead,
    blocks: [
      { is: 'paragraph', text: `${lead} ${t('mail:taken.nothing')}` },
      ...listOf('plain', t('mail:taken.list'), section.tasks, reader, () => rowOf(section, reader)),
    ],
    small: [standardOf(section, reader)],
    closing: [t('mail:private')],
  };
}

function goneTo({ to, by, how, confirming }: Taken, { t, name }: Reader): string {
  if (how === 'decided') return t(confirming === undefined ? 'mail:taken.decided' : 'mail:taken.confirmed', { name, by: by ?? '' });
  if (to === undefined) return by === undefined ? t('mail:taken.cancelled', { name }) : t('mail:taken.cancelledBy', { name, by });
  if (how !== undefined) return t(`mail:taken.${how}`, { name, to });
  return by === undefined ? t('mail:taken.lead', { name, to }) : t('mail:taken.leadBy', { name, to, by });
}

const rowOf = ({ to, by, how }: Taken, { t }: Reader): string =>
  to ?? (how === 'decided' ? t('mail:taken.decidedRow', { by: by ?? '' }) : t('mail:taken.cancelledRow'));
