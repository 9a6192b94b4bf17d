import type { Cell } from './cell.ts';
import { nameKey } from './nameKey.ts';
import { few, short } from './values.ts';

export type Known = { id: string; name: string; email: string };

/** The person a cell names; undefined when it is empty or names nobody, or more than one. */
export type FindPerson = (cell: Cell) => string | undefined;

/** Finds people by name, mail address or id, in any case. A name that several people have is refused with their addresses. */
export function makeFindPerson(people: readonly Known[]): FindPerson {
  const byKey = new Map<string, Known[]>();
  for (const person of people)
    for (const key of new Set([person.name, person.email, person.id].map(nameKey))) {
      const others = byKey.get(key);
      if (others === undefined) byKey.set(key, [person]);
      else others.push(person);
    }

  return (cell) => {
    if (cell.value === '') return undefined;
    const found = byKey.get(nameKey(cell.value)) ?? [];
    if (found.length === 1) return found[0]?.id;
    if (found.length === 0)
      return cell.refuse(
        'unknownPerson',
        `Nobody is called "${short(cell.value)}". Import people first, and write a name or mail address here.`,
      );
    return cell.refuse(
      'ambiguousPerson',
      `Several people are called "${short(cell.value)}": ${few(found, ({ email }) => email)}. Write the mail address.`,
    );
  };
}
