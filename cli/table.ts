export type Table = { head: readonly string[]; rows: readonly (readonly string[])[] };

const gap = 2;
const narrowest = 10;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]|^\p{Emoji_Presentation}/u;

/** Columns of a terminal that a text takes. */
export const widthOf = (text: string): number =>
  [...graphemes.segment(text)].reduce((sum, { segment }) => sum + (wide.test(segment) ? 2 : 1), 0);

/** Control characters in a name must not move the cursor of whoever reads a list. */
const tame = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();

/** A table as lines of text. With a `width` cells are wrapped so that no line is longer, unless there are too many columns for it. */
export function renderTable({ head, rows }: Table, width?: number): string[] {
  const cells = [head, ...rows].map((row) => head.map((_, column) => tame(row[column] ?? '')));
  const widths = fitted(
    head.map((_, column) => Math.max(...cells.map((row) => widthOf(row[column] ?? '')))),
    width,
  );
  const [first = [], ...others] = cells.map((row) => rowLines(row, widths));
  return [...first, widths.map((w) => '─'.repeat(w)).join(' '.repeat(gap)), ...others.flat()];
}

/** Takes from the widest column until all fit. */
function fitted(natural: readonly number[], width: number | undefined): number[] {
  const widths = [...natural];
  const available = (width ?? Number.POSITIVE_INFINITY) - gap * (widths.length - 1);
  while (sum(widths) > available) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= narrowest) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function rowLines(row: readonly string[], widths: readonly number[]): string[] {
  const wrapped = row.map((cell, column) => wrap(cell, widths[column] ?? narrowest));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, column) => padded(lines[line] ?? '', widths[column] ?? 0))
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Breaks at blanks, and within a word only if it is longer than a line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => pieces(one, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) > width && line !== '') {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function pieces(word: string, width: number): string[] {
  const found: string[] = [''];
  for (const { segment } of graphemes.segment(word)) {
    if (widthOf((found.at(-1) ?? '') + segment) > width) found.push(segment);
    else found[found.length - 1] = (found.at(-1) ?? '') + segment;
  }
  return found;
}
