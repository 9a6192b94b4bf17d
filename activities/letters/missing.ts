import { figure, listed } from '../../domain/words/numbers.ts';
import { standardOf } from './asked.ts';
import type { Block, Part } from './blocks.ts';
import type { Reader } from './reader.ts';
import type { Missing } from './types.ts';

/** Above this many the others are only counted. */
const longest = 100;

/** To a line manager, or whoever runs the ISMS: all who have not answered the same question, in one list. */
export function missing(section: Missing, reader: Reader): Part {
  const { t, dates, language } = reader;
  const { reference, people, due } = section;
  const said = { reference, count: people.length, number: figure(people.length, language) };
  const text = leadOf(section, reader);
  return {
    rank: due,
    subject: t('mail:subject.missing', said),
    title: t('mail:missing.title', said),
    date: { text: t('mail:missing.since', { day: dates.fullDay(due) }), tone: 'late' },
    preview: text,
    blocks: [
      { is: 'paragraph', text },
      ...(section.mayRead ? [{ is: 'button' as const, label: t('mail:escalation.button'), href: reader.runAt(section.run) }] : []),
      ...namesOf(section, reader),
    ],
    small: [standardOf(section, reader)],
    closing: [t('mail:private')],
    href: section.mayRead ? reader.runAt(section.run) : undefined,
  };
}

const leadOf = ({ reference, people, nonconformity }: Missing, { t, name }: Reader): string =>
  [
    people.length === 0 ? t('mail:missing.nobody', { name, reference }) : t('mail:missing.lead', { name, reference, count: people.length }),
    ...(people.length === 0 ? [] : [t('mail:missing.talk')]),
    ...(nonconformity && people.length > 0 ? [t('mail:missing.nonconformity')] : []),
  ].join(' ');

function namesOf({ people }: Missing, { t, language }: Reader): Block[] {
  if (people.length === 0) return [];
  const left = people.length - longest;
  const others = left > 0 ? [t('mail:others', { count: left, number: figure(left, language) })] : [];
  return [{ is: 'prose', title: t('mail:missing.list'), text: [listed(people.slice(0, longest), language), ...others].join(' ') }];
}
