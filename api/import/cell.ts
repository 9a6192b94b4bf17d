import { isGuarded } from './escaping.ts';
import type { Problem, ProblemCode } from './report.ts';

/** A trimmed cell and the way to say what is wrong with it. A refused cell reads as empty. */
export type Cell = {
  value: string;
  row: number;
  column: string;
  /** Whether there was something in the cell, refused or not. */
  filled: boolean;
  refuse(code: ProblemCode, reason: string): undefined;
};

/**
 * What a spreadsheet would calculate, or run: anything from `=`, a function call, or a link to another program (`cmd|' /C calc'!A0`).
 * A negative number, a telephone number and a list with dashes are none.
 */
const formula = /^(=|[+@][A-Za-z.]+\(|-[A-Z.]{2,}\(|[-+@][^\n|]*\|[^\n!]*![$A-Za-z]+\$?\d)/;

/** What stands in a cell of a table: `isText` where the file itself says so, and `fault` where it holds nothing that can be read. */
export type RawCell = { text: string; isText: boolean; fault?: string | undefined };

export function makeCell({ text, isText, fault }: RawCell, at: { row: number; column: string }, report: Problem[]): Cell {
  const trimmed = text.trim();
  const guarded = !isText && isGuarded(trimmed);
  const value = guarded ? trimmed.slice(1) : trimmed;
  const refuse = (code: ProblemCode, reason: string) => {
    report.push({ ...at, code, reason });
    return undefined;
  };
  const dangerous = !isText && !guarded && formula.test(value);
  if (dangerous) refuse('formula', 'The cell begins with a formula. Write the value itself, as text.');
  if (fault !== undefined) refuse('cellError', fault);
  const readable = !dangerous && fault === undefined;
  // Not `...at`: that would take half of the time in which a file is checked.
  return { row: at.row, column: at.column, value: readable ? value : '', filled: value !== '' || fault !== undefined, refuse };
}
