import { standardOf } from './asked.ts';
import type { Part } from './blocks.ts';
import { listOf } from './list.ts';
import type { Reader } from './reader.ts';
import { nameOfRun } from './runOpened.ts';
import type { RunCancelled } from './types.ts';

/** To whoever was asked in it: the run is cancelled, nothing is left to do. */
export function runCancelled(section: RunCancelled, reader: Reader): Part {
  const { t, name, dates } = reader;
  const { by } = section;
  const run = nameOfRun(section, reader);
  const lead = by === undefined ? t('mail:runCancelled.lead', { name }) : t('mail:runCancelled.leadBy', { name, by });
  return {
    rank: `~${section.closedAt}`,
    subject: t('mail:subject.runCancelled', { run }),
    title: t('mail:runCancelled.title', { run }),
    date: { text: t('mail:runCancelled.cancelled', { day: dates.fullDay(section.closedAt) }), tone: 'plain' },
    preview: lead,
    blocks: [
      { is: 'paragraph', text: `${lead} ${t('mail:runCancelled.nothing')}` },
      ...listOf('plain', t('mail:runCancelled.list'), section.tasks, reader, () => t('mail:runCancelled.row')),
    ],
    small: [standardOf(section, reader)],
    closing: [t('mail:private')],
  };
}
