import type { Cell } from './cell.ts';
import { nameKey } from './nameKey.ts';
import type { ProblemCode } from './report.ts';
import { few, short } from './values.ts';

export type Named = { id: string; name: string };

/** The references that a name means: the one that is written so, else all records that are called so, in any case. */
export function makeNames(known: readonly Named[]): { called: (name: string) => readonly string[]; learn: (one: Named) => void } {
  const byReference = new Map(known.map(({ id }) => [nameKey(id), [id]]));
  const byName = new Map<string, string[]>();
  const learn = ({ id, name }: Named) => {
    const namesakes = byName.get(nameKey(name));
    if (namesakes === undefined) byName.set(nameKey(name), [id]);
    else namesakes.push(id);
  };
  for (const one of known) learn(one);
  return { called: (name) => byReference.get(nameKey(name)) ?? byName.get(nameKey(name)) ?? [], learn };
}

/** The record that a cell, or one value of it, names; undefined when it is empty or names none, or more than one. */
export type FindNamed = (cell: Cell, name?: string) => string | undefined;

export type NamedWords = { one: string; several: string; unknown: ProblemCode; ambiguous: ProblemCode };

/** Finds records that have to be there already. */
export function makeFindNamed(known: readonly Named[], { one, several, unknown, ambiguous }: NamedWords): FindNamed {
  const { called } = makeNames(known);
  return (cell, name = cell.value) => {
    if (name === '') return undefined;
    const found = called(name);
    if (found.length > 1)
      return cell.refuse(ambiguous, `Several ${several} are called "${short(name)}": ${few(found, (id) => id)}. Write the reference.`);
    return (
      found[0] ?? cell.refuse(unknown, `There is no ${one} "${short(name)}". Import ${several} first, and write a reference or name here.`)
    );
  };
}

export const controlWords: NamedWords = { one: 'control', several: 'controls', unknown: 'unknownControl', ambiguous: 'ambiguousControl' };
