import { figure, lowerFirst } from '../../domain/words/numbers.ts';
import { asRanges, byReference } from '../../domain/words/ranges.ts';
import type { Lines } from './asked.ts';
import type { Block } from './blocks.ts';
import type { Reader } from './reader.ts';
import type { TaskLine } from './types.ts';

/** Lines that a list has before the rest is said in one sentence. */
const longest = 12;
/** Above this many, the others are only counted: no mail program clips the mail, and nobody reads four hundred references. */
const countedAbove = 60;

type Named = TaskLine & { reference: string };
const isNamed = (line: TaskLine): line is Named => line.reference !== undefined;

/** `changes` says what has changed since it was last judged; `plain` says something else of each. */
type Kind = 'changes' | 'plain';

/**
 * The tasks of a letter as a list that stays readable: up to 12 one line each, most changed first; up to 60 the changed ones and the
 * others as ranges; beyond, 12 lines and a count. Tasks without a reference (one for the whole run) need no list.
 */
export function listOf(kind: Kind, title: string, tasks: readonly TaskLine[], reader: Reader, right: (line: TaskLine) => string): Block[] {
  const lines = tasks.filter(isNamed).sort(kind === 'changes' ? mostChangedFirst(reader) : inOrder(reader));
  if (lines.length === 0) return [];
  if (lines.length <= longest) return [rowsOf(title, lines, right)];
  if (lines.length > countedAbove) return [cut(title, lines, reader, right)];
  return kind === 'changes' ? inTwo(title, lines, reader, right) : [{ is: 'prose', title, text: rangesOf(lines, reader) }];
}

/** The list of what the reader is asked about; an answer to be confirmed is told by what it answers. */
export function listOfAsked(section: Lines, reader: Reader): Block[] {
  const { definition, tasks, confirming, onBehalfOf } = section;
  if (confirming !== undefined) return referencesOf(section, reader.t('mail:confirm.list'), reader);
  // "Your risks" are somebody else's for whoever stands in.
  const frozen = tasks.some((line) => line.frozen !== undefined);
  const title = onBehalfOf === undefined ? reader.pick(definition.words.list) : reader.t('mail:about');
  return listOf(frozen ? 'plain' : 'changes', title, tasks, reader, (line) => frozenOf(line, reader) ?? changesOf(line, reader));
}

/** The references of a letter that says nothing else of each. */
export const referencesOf = ({ definition, tasks }: Lines, title: string, reader: Reader): Block[] =>
  listOf('plain', title, tasks, reader, () => lowerFirst(reader.pick(definition.title), reader.language));

const inOrder =
  ({ language }: Reader) =>
  (a: Named, b: Named): number =>
    byReference(language)(a.reference, b.reference);

const mostChangedFirst =
  (reader: Reader) =>
  (a: Named, b: Named): number =>
    (b.changes ?? 0) - (a.changes ?? 0) || inOrder(reader)(a, b);

const rangesOf = (lines: readonly Named[], reader: Reader): string =>
  asRanges(
    lines.map(({ reference }) => reference),
    reader,
  );

const rowsOf = (title: string, lines: readonly Named[], right: (line: TaskLine) => string, more?: string): Block => ({
  is: 'rows',
  title,
  rows: lines.map((line) => [line.reference, right(line)]),
  more,
});

function cut(title: string, lines: Named[], reader: Reader, right: (line: TaskLine) => string): Block {
  const left = lines.length - longest;
  const more = reader.t('mail:others', { count: left, number: figure(left, reader.language) });
  return rowsOf(title, lines.slice(0, longest), right, more);
}

function inTwo(title: string, lines: Named[], reader: Reader, right: (line: TaskLine) => string): Block[] {
  const { t } = reader;
  const changed = lines.filter(({ changes }) => (changes ?? 0) > 0);
  const shown = changed.slice(0, longest);
  const others = lines.slice(shown.length);
  const text = rangesOf(others, reader);
  if (shown.length === 0) return [{ is: 'prose', title, text }];
  const heading = changedTitle(changed, reader);
  const rest =
    changed.length > shown.length ? t('mail:listOthers', { number: others.length }) : t('mail:listUnchanged', { number: others.length });
  return [rowsOf(heading, shown, right), ...(others.length === 0 ? [] : [{ is: 'prose' as const, title: rest, text }])];
}

function changedTitle(changed: readonly Named[], { t, dates }: Reader): string {
  const months = new Set(changed.map(({ since }) => (since === undefined ? '' : dates.month(since))));
  const [since] = months;
  const number = changed.length;
  return months.size === 1 && since ? t('mail:listChanged', { since, number }) : t('mail:listChangedNoDate', { number });
}

/** "as it stood on 26 Nov", "asked for by Lukas Wendt, 26 Nov": what is decided on never moves. */
function frozenOf({ frozen }: TaskLine, { t, dates }: Reader): string | undefined {
  if (frozen === undefined) return undefined;
  const day = dates.dayMonth(frozen.at);
  return frozen.by === undefined ? t('mail:decision.frozen', { day }) : t('mail:decision.askedBy', { name: frozen.by, day });
}

/** "3 changes since 2 July", "no change since 2 July", "not judged before". */
function changesOf({ changes, since }: TaskLine, { t, dates }: Reader): string {
  if (since === undefined) return changes === undefined ? '' : changes > 0 ? t('changesNoDate', { count: changes }) : t('notJudged');
  return changes === undefined ? '' : t('changes', { count: changes, since: dates.since(since) });
}
