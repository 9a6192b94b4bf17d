import { addressOf, type Range, rangeOf, rowOf } from './addresses.ts';
import type { Archive } from './archive.ts';
import { type CellContext, type StoredCell, textOf } from './cellText.ts';
import type { PutCell } from './merged.ts';
import { textListener } from './strings.ts';
import { isTrue, type Listener, readXml } from './xml.ts';

/** What a sheet says beside its cells. */
export type SheetFacts = { merged: Range[]; hidden: Set<number> };

/** Reads the cells of a sheet one by one, as they are unpacked; a formula counts as its result. */
export async function readSheet(archive: Archive, part: string, context: CellContext, put: PutCell): Promise<SheetFacts> {
  const facts: SheetFacts = { merged: [], hidden: new Set() };
  await readXml(
    await archive.open(part),
    sheetListener(facts, (row, column, cell) => put(row, column, textOf(cell, context))),
  );
  return facts;
}

type TakeCell = (row: number, column: number, cell: StoredCell) => void;

/** Rows and cells may leave out where they stand: then they follow the one before. */
function sheetListener(facts: SheetFacts, take: TakeCell): Listener {
  const inline = textListener();
  let row = 0;
  let column = -1;
  let cell: StoredCell | undefined;
  let inValue = false;
  return {
    open(name, attributes) {
      if (name === 'row') {
        row = rowOf(attributes.r ?? String(row + 1));
        column = -1;
        if (isTrue(attributes.hidden)) facts.hidden.add(row);
      } else if (name === 'c') {
        ({ row, column } = attributes.r === undefined ? { row, column: column + 1 } : addressOf(attributes.r));
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: undefined, formula: false, inline: '' };
      } else if (name === 'mergeCell') facts.merged.push(rangeOf(attributes.ref ?? ''));
      else if (cell !== undefined) {
        inValue = name === 'v';
        if (inValue) cell.value = '';
        if (name === 'f') cell.formula = true;
        inline.open(name, attributes);
      }
    },
    text(text) {
      if (cell === undefined) return;
      if (inValue) cell.value += text;
      inline.text(text);
    },
    close(name) {
      inValue = false;
      inline.close(name);
      if (name !== 'c' || cell === undefined) return;
      take(row, column, { ...cell, inline: inline.take() });
      cell = undefined;
    },
  };
}
