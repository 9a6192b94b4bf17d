import type { Part } from './blocks.ts';

/** Lines of small print kept in a mail with many letters. */
const most = 8;

/** The small print of a mail: a line for each run it is about, then what holds for all, each sentence once. */
export function smallPrintOf(parts: readonly Part[]): string[] {
  const lines = [...new Set(parts.flatMap(({ small }) => small))].slice(0, most);
  const closing = [...new Set(parts.flatMap((part) => part.closing))].join(' ');
  return closing === '' ? lines : [...lines, closing];
}
