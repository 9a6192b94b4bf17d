import { dateOf } from './serial.ts';
import { unescaped } from './strings.ts';
import type { NumberLook } from './styles.ts';
import { isTrue } from './xml.ts';

/** A cell as it stands in the file; without a value it may still hold a formula. */
export type StoredCell = { type: string; style: number; value: string | undefined; formula: boolean; inline: string };

/** What cells refer to. */
export type CellContext = { strings: readonly string[]; looks: readonly NumberLook[]; date1904: boolean };

/** The text of a cell as a person reads it there; `fault` says why it holds nothing that can be read. */
export type CellText = { text: string; fault?: string };

export function textOf(cell: StoredCell, context: CellContext): CellText {
  const { type, value, formula, inline } = cell;
  if (type === 'inlineStr') return { text: inline };
  // Programs that write formulas without calculating leave the number out, or empty.
  if (value === undefined || (value === '' && type === 'n')) return formula ? { text: '', fault: notCalculated } : { text: '' };
  if (type === 'e') return { text: value, fault: `The cell shows the error ${value}. Mend its formula or write the value itself.` };
  if (type === 's') return { text: context.strings[Number(value)] ?? '' };
  if (type === 'str') return { text: unescaped(value) };
  if (type === 'b') return { text: isTrue(value) ? 'TRUE' : 'FALSE' };
  return { text: type === 'd' ? value : numberText(value, cell, context) };
}

const notCalculated = 'The cell holds a formula without its result. Open the file in a spreadsheet program and save it there.';

function numberText(value: string, { style }: StoredCell, { looks, date1904 }: CellContext): string {
  const number = Number(value);
  const look = looks[style] ?? { kind: 'number' };
  if (Number.isNaN(number)) return value;
  if (look.kind === 'date') return dateOf(number, date1904) ?? shown(number);
  if (look.kind === 'percent') return `${shown(number * 100)}%`;
  if (look.kind === 'filled' && Number.isInteger(number) && number >= 0) return look.before + shown(number).padStart(look.digits, '0');
  return shown(number);
}

// A spreadsheet shows at most fifteen digits: 0.3, and not 0.30000000000000004.
const shown = (number: number): string => String(Number(number.toPrecision(15)));
