import { inSubject, type Lines, standardOf, whatOf } from './asked.ts';
import { asking } from './asking.ts';
import type { Block, Part } from './blocks.ts';
import { referencesOf } from './list.ts';
import type { Reader } from './reader.ts';
import type { ExtensionAsked, ExtensionDecided, HandOverAsked, Waived } from './types.ts';

/** To whoever decides about more time; the reason that was given stands on the page. */
export function extensionAsked(section: ExtensionAsked, reader: Reader): Part {
  const { t, name, dates } = reader;
  const { by, until, due, extended } = section;
  const lead = t('mail:extension.asked', { name, by, until: dates.longDay(until), due: dates.longDay(due) });
  return toDecide(section, reader, {
    subject: t('mail:subject.extensionAsked', { what: inSubject(section, reader), by }),
    title: t('mail:extension.askedTitle', { what: whatOf(section, reader), by }),
    sentences: [lead, t('mail:extension.before', { count: extended }), t('mail:extension.untilThen')],
  });
}

/** To whoever may give it to somebody else. */
export function handOverAsked(section: HandOverAsked, reader: Reader): Part {
  const { t, name } = reader;
  const { by, to } = section;
  const lead = to === undefined ? t('mail:handOverAsked.lead', { name, by }) : t('mail:handOverAsked.leadTo', { name, by, to });
  return toDecide(section, reader, {
    subject: t('mail:subject.handOverAsked', { what: inSubject(section, reader), by }),
    title: t('mail:handOverAsked.title', { what: whatOf(section, reader), by }),
    sentences: [lead, t('mail:handOverAsked.untilThen', { by })],
  });
}

type Request = ExtensionAsked | HandOverAsked;
type Saying = { subject: string; title: string; sentences: string[] };

function toDecide(section: Request, reader: Reader, { subject, title, sentences }: Saying): Part {
  const { t, dates } = reader;
  const href = decidedAt(section, reader);
  const button: Block = { is: 'button', label: t('mail:decide'), href };
  return {
    ...{ rank: section.due, subject, title, preview: sentences[0] ?? '' },
    date: { text: t('by', { day: dates.fullDay(section.due) }), tone: 'plain' },
    blocks: [
      { is: 'paragraph', text: [...sentences, t('mail:reasonOnPage')].join(' ') },
      button,
      ...referencesOf(section, t('mail:about'), reader),
    ],
    small: [standardOf(section, reader)],
    closing: [t('mail:private')],
    href,
  };
}

/** A single one has a page of its own; several stand together at my tasks. */
const decidedAt = ({ tasks: [only, second] }: Lines, reader: Reader): string =>
  only === undefined || second !== undefined ? reader.answerAt('login') : reader.taskAt(only.task);

/** To whoever asked for more time: the new date, or that the old one stands. */
export function extensionDecided(section: ExtensionDecided, reader: Reader): Part {
  const { t, name, dates } = reader;
  const { by, granted, due, before } = section;
  const said = { name, by, day: dates.longDay(due), before: before === undefined ? '' : dates.longDay(before) };
  const named = { day: dates.dayMonth(due), what: inSubject(section, reader) };
  return asking(section, reader, {
    sentences: granted ? [t('mail:extension.granted', said), t('mail:extension.ladder')] : [t('mail:extension.refused', said)],
    subject: granted ? t('mail:subject.extensionGranted', named) : t('mail:subject.extensionRefused', named),
    title: t(granted ? 'mail:extension.grantedTitle' : 'mail:extension.refusedTitle', {
      ...{ day: dates.longDay(due), what: whatOf(section, reader) },
    }),
  });
}

/** Nothing is asked any more, until the day on which the waiver ends. */
export function waived(section: Waived, reader: Reader): Part {
  const { t, name, dates } = reader;
  const lead = t('mail:waived.lead', { name, by: section.by, day: dates.longDay(section.until) });
  return {
    rank: `~${section.due}`,
    subject: t('mail:subject.waived', { what: inSubject(section, reader) }),
    title: t('mail:waived.title', { what: whatOf(section, reader) }),
    preview: lead,
    blocks: [{ is: 'paragraph', text: lead }, ...referencesOf(section, t('mail:waived.list'), reader)],
    small: [standardOf(section, reader)],
    closing: [t('mail:private')],
  };
}
