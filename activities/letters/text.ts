import type { Block, Part, SmallLink } from './blocks.ts';
import { smallPrintOf } from './smallPrint.ts';

const columns = 72;
/** Least and most width of the left column of rows: `13 Oct 08:00` and two blanks; longer ones stand on a line of their own. */
const [narrow, wide] = [14, 20];

/**
 * The text form of a mail in 72 columns. Addresses stand on lines of their own and are never broken, because mail programs make links of them.
 */
export function textOf(parts: readonly Part[], { label, href }: SmallLink): string {
  const bodies = parts.map((part, i) => (i === 0 ? partOf(part) : `${'-'.repeat(columns)}\n\n${partOf(part)}`));
  const small = smallPrintOf(parts).map((line) => wrap(line));
  return `${[...bodies, ['-- ', ...small, `${label}:`, href].join('\n')].join('\n\n')}\n`;
}

function partOf(part: Part): string {
  const date = part.date === undefined ? [] : [wrap(`${dateText(part.date)}.`)];
  return [wrap(part.title), ...date, ...part.blocks.map(blockOf)].join('\n\n');
}

function blockOf(block: Block): string {
  switch (block.is) {
    case 'paragraph':
      return wrap(block.text);
    case 'button':
      return `${wrap(`${block.label}:`)}\n${block.href}`;
    case 'prose':
      return `${heading(block.title)}\n${wrap(block.text)}`;
    case 'bullets':
      return [heading(block.title), ...block.items.map((item) => wrap(item, '- ', '  '))].join('\n');
    case 'rows':
      return [
        heading(block.title),
        ...block.rows.map((row) => rowOf(row, leftColumn(block.rows))),
        ...(block.more === undefined ? [] : [wrap(block.more)]),
      ].join('\n');
    case 'links':
      return [
        heading(block.title),
        ...block.links.flatMap(({ label, href }) => [`${label}:`, href]),
        ...(block.text === undefined ? [] : [wrap(block.text)]),
      ].join('\n');
  }
}

const heading = (title: string): string => wrap(title.toLocaleUpperCase('de'));

const leftColumn = (rows: readonly [string, string][]): number =>
  Math.min(wide, Math.max(narrow, ...rows.map(([left]) => left.length + 2)));

function rowOf([left, right]: [string, string], width: number): string {
  const indent = ' '.repeat(width);
  if (right === '') return left;
  return left.length < width - 1 ? wrap(right, left.padEnd(width), indent) : `${left}\n${wrap(right, indent, indent)}`;
}

const dateText = ({ text, note }: NonNullable<Part['date']>): string =>
  note === undefined ? text : `${text}, ${note.charAt(0).toLowerCase()}${note.slice(1)}`;

/** Words in lines of at most 72 characters; a word that is longer than a line stands alone. */
export function wrap(text: string, first = '', rest = ''): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (!empty && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n').trimEnd();
}
