import { Refusal } from '../../../domain/refusal.ts';
import { limits, splitIt } from '../limits.ts';
import { lettersOf } from './addresses.ts';
import type { PutCell, SheetRows } from './merged.ts';

/** Takes filled cells into their rows and counts them while they come. Refuses `tooManyRows`, `tooManyColumns` and `tooLarge`. */
export function collectRows(): { rows: SheetRows; put: PutCell } {
  const rows: SheetRows = new Map();
  let cells = 0;
  let characters = 0;
  const put: PutCell = (row, column, cell) => {
    if (cell.text.trim() === '' && cell.fault === undefined) return;
    cells += 1;
    characters += cell.text.length;
    if (row > limits.rows + 1) throw tooMany('tooManyRows', `more than ${counted(limits.rows)} rows, blank ones included`);
    if (column >= limits.columns)
      throw tooMany('tooManyColumns', `something in column ${lettersOf(column)}; at most ${limits.columns} columns are read`);
    if (cells > limits.cells) throw tooMany('tooLarge', `more than ${counted(limits.cells)} filled cells`);
    if (characters > limits.characters) throw tooMany('tooLarge', `more than ${counted(limits.characters)} characters`);
    const at = rows.get(row) ?? new Map();
    rows.set(row, at.set(column, cell));
  };
  return { rows, put };
}

const counted = (n: number): string => n.toLocaleString('en');
const tooMany = (code: string, what: string) => new Refusal(413, code, `The sheet has ${what}. ${splitIt}`);
