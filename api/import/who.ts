import type { Person } from '../../domain/records/person.ts';
import type { Cell } from './cell.ts';
import { nameKey } from './nameKey.ts';
import { few, short } from './values.ts';

export type Known = Pick<Person, 'id' | 'name' | 'email' | 'status'>;

/**
 * The person a cell names; undefined when it is empty or names nobody, or more than one. Somebody who has left is found among `everybody`
 * only: they once judged a risk, and can be asked nothing more.
 */
export type FindPerson = (cell: Cell, among?: 'active' | 'everybody') => string | undefined;

/** Finds people by mail address, id or name, in any case. A name that several people have is refused with their addresses. */
export function makeFindPerson(people: readonly Known[]): FindPerson {
  const byAddress = new Map(people.flatMap((person) => [person.email, person.id].map((key) => [nameKey(key), [person]])));
  const byName = new Map<string, Known[]>();
  for (const person of people) {
    const namesakes = byName.get(nameKey(person.name));
    if (namesakes === undefined) byName.set(nameKey(person.name), [person]);
    else namesakes.push(person);
  }

  return (cell, among = 'active') => {
    if (cell.value === '') return undefined;
    const called = byAddress.get(nameKey(cell.value)) ?? byName.get(nameKey(cell.value)) ?? [];
    const active = called.filter(({ status }) => status === 'active');
    const found = active.length === 0 && among === 'everybody' ? called : active;
    if (found.length === 1) return found[0]?.id;
    if (found.length > 1)
      return cell.refuse(
        'ambiguousPerson',
        `Several people are called "${short(cell.value)}": ${few(found, ({ email }) => email)}. Write the mail address.`,
      );
    return cell.refuse(
      'unknownPerson',
      called.length > 0
        ? `"${short(cell.value)}" has left the organization. Write somebody who is there.`
        : `Nobody is called "${short(cell.value)}". Import people first, and write a name or mail address here.`,
    );
  };
}
