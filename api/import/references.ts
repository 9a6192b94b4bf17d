import type { Cell } from './cell.ts';
import { referenceOf, required } from './values.ts';

/** The reference in a cell, taken for its row; undefined when it is wrong or taken. */
export type TakeReference = (cell: Cell) => string | undefined;

/** References are equal in any case, because people write and say them. An import creates records, it never changes one. */
export function makeTakeReference(existing: Iterable<string>): TakeReference {
  const taken = new Map([...existing].map((id) => [id.toLowerCase(), 0]));
  return (cell) => {
    const reference = required(cell, referenceOf(cell));
    if (reference === undefined) return undefined;
    const before = taken.get(reference.toLowerCase());
    if (before !== undefined)
      return cell.refuse(
        'duplicateReference',
        `${reference} ${before === 0 ? 'exists already; an import only creates' : `stands on row ${before} already`}.`,
      );
    taken.set(reference.toLowerCase(), cell.row);
    return reference;
  };
}
