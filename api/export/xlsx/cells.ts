import { isFormula } from '../../import/escaping.ts';
import { lettersOf } from '../../import/workbook/addresses.ts';
import type { PlainValue } from '../values.ts';
import { styleOf } from './styles.ts';

/** Signs that XML cannot hold, and what reads as one of them, are written as `_x000D_` (ECMA-376, 22.9.2.19). */
const unwritable = /_(?=x[0-9A-Fa-f]{4}_)|[^\P{Cc}\n\t]|[\ufffe\uffff]/gu;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escaped = (text: string): string =>
  text
    .replace(unwritable, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

export const lineHeight = 15;
const dayMs = 86_400_000;
/** 1 January 1970 in the count of days from 1900; before March 1900 that count is wrong. */
const unixEpoch = 25_569;
const firstRightDay = 61;

/** One row of a sheet, so many lines high. Text is a string cell whatever it looks like, so that a spreadsheet calculates nothing. */
export const rowXml = (row: number, values: readonly PlainValue[], lines: number): string =>
  `<row r="${row}" ht="${lines * lineHeight}">${values.map((value, column) => cellXml(`${lettersOf(column)}${row}`, value)).join('')}</row>`;

export const headerXml = (columns: readonly string[]): string =>
  `<row r="1">${columns.map((name, column) => textXml(`${lettersOf(column)}1`, name, styleOf.header)).join('')}</row>`;

function cellXml(place: string, value: PlainValue): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'string') return textXml(place, value, isFormula(value) ? styleOf.quoted : styleOf.text);
  if (typeof value === 'boolean') return `<c r="${place}" s="${styleOf.plain}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') return `<c r="${place}" s="${styleOf.plain}"><v>${value}</v></c>`;
  const [at, style] = 'day' in value ? [value.day, styleOf.day] : [value.at, styleOf.instant];
  const serial = Date.parse(at) / dayMs + unixEpoch;
  return serial < firstRightDay ? textXml(place, at, styleOf.text) : `<c r="${place}" s="${style}"><v>${serial}</v></c>`;
}

const textXml = (place: string, text: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
