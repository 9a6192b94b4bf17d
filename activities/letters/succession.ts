import { listed } from '../../domain/words/numbers.ts';
import { asRanges } from '../../domain/words/ranges.ts';
import type { Block, Part } from './blocks.ts';
import type { Reader } from './reader.ts';
import type { Succession } from './types.ts';

/** Somebody has left and the reader has taken over: records, roles, answers to confirm. Nothing of it has a date of its own. */
export function succession(section: Succession, reader: Reader): Part {
  const { t, name, dates } = reader;
  const { from, by } = section;
  const lead = by === undefined ? t('mail:succession.lead', { name, from }) : t('mail:succession.leadBy', { name, from, by });
  const href = reader.answerAt('login');
  return {
    rank: `~${section.at}`,
    subject: t('mail:subject.succession', { from }),
    title: t('mail:succession.title', { from }),
    date: { text: t('mail:succession.since', { day: dates.fullDay(section.at) }), tone: 'plain' },
    preview: lead,
    blocks: [
      { is: 'paragraph', text: [lead, ...confirming(section, reader), t('mail:succession.tasks')].join(' ') },
      { is: 'button', label: t('mail:succession.button'), href },
      ...whatIsYours(section, reader),
    ],
    small: [],
    closing: [t('mail:private')],
    href,
  };
}

const confirming = ({ confirmations: count }: Succession, { t }: Reader): string[] =>
  count === 0 ? [] : [t('mail:succession.confirmations', { count })];

function whatIsYours({ references, roles }: Succession, reader: Reader): Block[] {
  const { t, language } = reader;
  const held = [...new Set(roles)].filter((role) => role !== 'everyone').map((role) => t(`roles.${role}`));
  return [
    ...(references.length === 0 ? [] : [{ is: 'prose' as const, title: t('mail:succession.records'), text: asRanges(references, reader) }]),
    ...(held.length === 0 ? [] : [{ is: 'prose' as const, title: t('mail:succession.roles'), text: listed(held, language) }]),
  ];
}
