import { lettersOf } from '../../import/workbook/addresses.ts';
import { type PlainValue, plainOf, type Value } from '../values.ts';
import { headerXml, lineHeight, rowXml } from './cells.ts';

const sentences = new Set(['description', 'reason', 'title', 'justification', 'measures', 'decision']);
const phrases = new Set(['name', 'threat', 'vulnerability', 'value', 'roles', 'task']);
const names = new Set(['id', 'owner', 'assessor', 'manager', 'deputy', 'email', 'by', 'requested_by', 'decided_by', 'assets', 'controls']);

/** In characters; at least the name of the column and the sign of its filter. */
function widthOf(column: string): number {
  if (sentences.has(column)) return 60;
  if (phrases.has(column)) return 40;
  return names.has(column) ? 30 : Math.max(14, column.length + 4);
}
const mostLines = 25;

const opening = (columns: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<sheetFormatPr defaultRowHeight="${lineHeight}"/>`,
    `<cols>${columns.map((name, i) => `<col min="${i + 1}" max="${i + 1}" width="${widthOf(name)}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
  ].join('');

/** A sheet piece by piece: names of the columns on top, in sight while one scrolls, with a filter on each. */
export async function* sheetXml(columns: readonly string[], pages: AsyncIterable<Value[][]>): AsyncGenerator<string> {
  yield opening(columns) + headerXml(columns);
  let last = 1;
  for await (const rows of pages) {
    const plain = rows.map((row) => row.map((value) => plainOf(value, '\n')));
    yield plain.map((row, i) => rowXml(last + 1 + i, row, linesOf(row, columns))).join('');
    last += rows.length;
  }
  yield `</sheetData><autoFilter ref="A1:${lettersOf(columns.length - 1)}${last}"/></worksheet>`;
}

/** How many lines a row needs at these widths, about: not every program finds out for itself when it opens the file. */
function linesOf(row: readonly PlainValue[], columns: readonly string[]): number {
  const lines = row.map((value, i) => {
    if (typeof value !== 'string') return 1;
    const width = widthOf(columns[i] ?? '');
    return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  return Math.min(mostLines, Math.max(...lines));
}
