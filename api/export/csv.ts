import { stringify } from 'csv-stringify/sync';
import { guarded } from '../import/escaping.ts';
import { type PlainValue, plainOf, type Value } from './values.ts';

/** CSV (RFC 4180) in UTF-8 with byte order mark, so that a spreadsheet reads every letter, and calculates nothing. */
export async function* csvOf(columns: readonly string[], pages: AsyncIterable<Value[][]>): AsyncGenerator<string> {
  yield `\ufeff${linesOf([columns])}`;
  for await (const rows of pages) yield linesOf(rows.map((row) => row.map((value) => textOf(plainOf(value, '|')))));
}

const linesOf = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });

function textOf(value: PlainValue): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return guarded(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  return 'day' in value ? value.day : value.at;
}
