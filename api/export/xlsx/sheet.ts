import { lettersOf } from '../../import/workbook/addresses.ts';
import type { Value } from '../values.ts';
import { headerXml, rowXml } from './cells.ts';

/** Columns that hold sentences, or what is longer than a word, in characters. */
const widths: Record<string, number> = {
  ...{ description: 60, threat: 40, vulnerability: 40, reason: 60, title: 60, name: 40, value: 40 },
  ...{ owner: 30, assessor: 30, manager: 30, deputy: 30, email: 30, by: 30, roles: 40, assets: 30, controls: 30, task: 40, id: 30 },
};
const usualWidth = 16;

const opening = (columns: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.map((name, i) => `<col min="${i + 1}" max="${i + 1}" width="${widths[name] ?? usualWidth}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
  ].join('');

/** A sheet piece by piece: names of the columns on top, in sight while one scrolls, with a filter on each. */
export async function* sheetXml(columns: readonly string[], pages: AsyncIterable<Value[][]>): AsyncGenerator<string> {
  yield opening(columns) + headerXml(columns);
  let last = 1;
  for await (const rows of pages) {
    yield rows.map((row, i) => rowXml(last + 1 + i, row)).join('');
    last += rows.length;
  }
  yield `</sheetData><autoFilter ref="A1:${lettersOf(columns.length - 1)}${last}"/></worksheet>`;
}
