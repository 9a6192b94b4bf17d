import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../stack/root.ts';

const [begin, end] = ['<!-- measured: by npm run bench -- --write -->', '<!-- end of what is measured -->'];

/** Replaces what stands between the two marks of docs/performance.md. */
export function writePage(text: string): void {
  const file = join(root, 'docs', 'performance.md');
  writeFileSync(file, withText(readFileSync(file, 'utf8'), text));
}

/** The page with this text between its marks. Throws when it has not both of them. */
export function withText(page: string, text: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from === -1 || to < from) throw new Error('docs/performance.md has lost its marks');
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}
