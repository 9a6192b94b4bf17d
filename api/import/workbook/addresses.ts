import { damaged } from './archive.ts';

/** Place of a cell: the row counts from 1, the column from 0. */
export type Address = { row: number; column: number };
/** A rectangle of cells, both corners in it. */
export type Range = { from: Address; to: Address };

const lastRow = 1_048_576;

/** `C7` is row 7, column 2. */
export function addressOf(text: string): Address {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(text) ?? [];
  if (letters === undefined) throw damaged();
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: rowOf(digits), column };
}

export function rowOf(text: string | undefined): number {
  const row = Number(text);
  if (!Number.isInteger(row) || row < 1 || row > lastRow) throw damaged();
  return row;
}

export function rangeOf(text: string): Range {
  const [from = '', to = from] = text.split(':');
  return { from: addressOf(from), to: addressOf(to) };
}

/** The letters above a column: 0 is A, 27 is AB. */
export const lettersOf = (column: number): string =>
  (column < 26 ? '' : lettersOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

export const nameOf = ({ from, to }: Range): string => `${lettersOf(from.column)}${from.row}:${lettersOf(to.column)}${to.row}`;
