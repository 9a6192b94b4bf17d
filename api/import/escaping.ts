/**
 * How an export writes what a spreadsheet or the next import would misread, and how an import takes it back: whatever the text is, it
 * comes back as it was.
 */

const leadsToFormula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guardedFormula = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Whether a spreadsheet would calculate this text, or hides a quote before it (CWE-1236). */
export const isFormula = (text: string): boolean => leadsToFormula.test(text);

/** In a CSV file such text stands behind a single quote. */
export const guarded = (text: string): string => (isFormula(text) ? `'${text}` : text);
export const isGuarded = (text: string): boolean => guardedFormula.test(text);

/** What separates the values of a cell: titles may contain a comma, words of a list of ours do not. */
export const separators = { titles: '|', words: '|,;' } as const;
export type Separators = (typeof separators)[keyof typeof separators];

/** Several values in a cell, with `|` or a line break between them; a separator within one stands behind a backslash. */
export function joined(values: readonly string[], between: Separators, glue: '|' | '\n'): string {
  const last = values.length - 1;
  // A backslash is a sign like any other unless a separator follows.
  const ambiguous = (i: number) => new RegExp(`(\\\\*)([${between}]${glue === '|' && i < last ? '|$' : ''})`, 'g');
  return values
    .map((value) => (/^'*=/.test(value) ? `'${value}` : value))
    .map((value, i) => value.replace(ambiguous(i), (_, slashes: string, sign: string) => slashes + slashes + (sign && `\\${sign}`)))
    .join(glue);
}

/** The values of a cell, as written by `joined` or by people; a line break separates too. */
export function parted(cell: string, between: Separators): string[] {
  const parts = [''];
  const add = (text: string) => parts.push(`${parts.pop()}${text}`);
  const pieces = new RegExp(`(\\\\*)([${between}])|[\\n\\r]|[^\\\\${between}\\n\\r]+|\\\\+`, 'g');
  for (const [piece, slashes = '', sign] of cell.matchAll(pieces)) {
    if (piece === '\n' || piece === '\r') parts.push('');
    else if (sign === undefined) add(piece);
    else {
      add('\\'.repeat(slashes.length >> 1));
      if (slashes.length % 2 === 1) add(sign);
      else parts.push('');
    }
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
