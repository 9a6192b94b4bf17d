import { figure } from '../../domain/words/numbers.ts';
import { standardOf } from './asked.ts';
import type { Block, Part } from './blocks.ts';
import type { Reader } from './reader.ts';
import type { RunOpened } from './types.ts';

const longest = 12;

/** To the ISMS manager: how much is asked, of whom, by when. */
export function runOpened(section: RunOpened, reader: Reader): Part {
  const { t, dates } = reader;
  const run = nameOfRun(section, reader);
  const text = sentences(section, reader);
  return {
    rank: `~${section.due}`,
    subject: t('mail:subject.runOpened', { run }),
    title: t('mail:runOpened.title', { run }),
    ...(section.asked === 0 ? {} : { date: { text: t('by', { day: dates.fullDay(section.due) }), tone: 'plain' as const } }),
    preview: text,
    blocks: [
      { is: 'paragraph', text },
      { is: 'button', label: t('mail:runOpened.button'), href: reader.runAt(section.run) },
      ...owners(section, reader),
    ],
    small: [standardOf(section, reader)],
    closing: [t('mail:private')],
    href: reader.runAt(section.run),
  };
}

/** "Periodic risk review 2026-Q4". */
export const nameOfRun = (section: { process: RunOpened['process']; period?: string | undefined }, { pick }: Reader): string =>
  [pick(section.process.title), section.period].filter((part) => part !== undefined).join(' ');

const sentences = (section: RunOpened, { t, name }: Reader): string =>
  [
    t('mail:runOpened.lead', { count: section.asked, name, owners: t('mail:runOpened.owners', { count: section.owners.length }) }),
    ...(section.asked === 0 ? [] : [t('mail:runOpened.mails')]),
    ...(section.superseded ? [t('mail:runOpened.superseded', { count: section.superseded })] : []),
    ...(section.openedBy === undefined ? [] : [t('mail:runOpened.by', { by: section.openedBy })]),
  ].join(' ');

function owners(section: RunOpened, reader: Reader): Block[] {
  if (section.owners.length === 0) return [];
  const sorted = [...section.owners].sort((a, b) => a.due.localeCompare(b.due) || b.count - a.count || a.name.localeCompare(b.name));
  const left = sorted.length - longest;
  return [
    {
      is: 'rows',
      title: reader.t('mail:runOpened.list'),
      rows: sorted
        .slice(0, longest)
        .map(({ name, count, due }) => [reader.dates.day(due), reader.t('mail:runOpened.row', { count, who: name })]),
      more: left > 0 ? reader.t('mail:others', { count: left, number: figure(left, reader.language) }) : undefined,
    },
  ];
}
