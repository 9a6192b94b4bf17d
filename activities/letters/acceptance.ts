import { standardOf } from './asked.ts';
import type { Block, Part } from './blocks.ts';
import { listOf } from './list.ts';
import type { Reader } from './reader.ts';
import type { AcceptanceNews } from './types.ts';

/** To the owner and the ISMS manager: what became of an acceptance, and what follows. */
export function acceptance(section: AcceptanceNews, reader: Reader): Part {
  const { t, dates } = reader;
  const { said, references, at, until, page } = section;
  const about = { count: references.length, reference: references[0] ?? '', day: until === undefined ? '' : dates.dayMonth(until) };
  const text = sentences(section, reader);
  const href = reader.pageAt(page);
  return {
    rank: `~${at}`,
    subject: t(`mail:acceptance.${said}.subject`, about),
    title: t(`mail:acceptance.${said}.title`, { ...about, day: until === undefined ? '' : dates.longDay(until) }),
    date: { text: dates.fullDay(at), tone: 'plain' },
    preview: text,
    blocks: [{ is: 'paragraph', text }, { is: 'button', label: t('mail:acceptance.button'), href }, ...list(section, reader)],
    small: [standardOf(section, reader)],
    closing: [t('mail:private')],
    href,
  };
}

function sentences(section: AcceptanceNews, reader: Reader): string {
  const { t, name, dates } = reader;
  const { said, until, by = '', what = 'status', again, references } = section;
  const count = references.length;
  const values = { count, name, by, day: until === undefined ? '' : dates.longDay(until), what: t(`mail:acceptance.what.${what}`) };
  return [t(`mail:acceptance.${said}.lead`, values), ...follows(said, again, section.mine, count, reader)].join(' ');
}

/** What the reader may expect next, or has to do. */
function follows(said: AcceptanceNews['said'], again: boolean | undefined, mine: boolean, count: number, { t }: Reader): string[] {
  if (said === 'accepted') return [t('mail:acceptance.whileItHolds', { count })];
  if (said === 'refused') return [t('mail:acceptance.toBeTreated', { count })];
  if (said === 'undecided' || said === 'cancelled') return [t('mail:acceptance.staysAbove', { count })];
  if (again !== true) return [t('mail:acceptance.notAbove', { count })];
  return [t(mine ? 'mail:acceptance.askedAgainYou' : 'mail:acceptance.askedAgain', { count })];
}

function list(section: AcceptanceNews, reader: Reader): Block[] {
  const { t, dates } = reader;
  const { said, until, by = '', references } = section;
  // The title names a single one.
  if (references.length === 1) return [];
  const row = t(`mail:acceptance.${said}.row`, { day: until === undefined ? '' : dates.day(until), by });
  const lines = references.map((reference) => ({ task: reference, reference }));
  return listOf('plain', t('mail:acceptance.list'), lines, reader, () => row);
}
