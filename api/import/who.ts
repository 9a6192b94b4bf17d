import { groupedBy } from '../../domain/groupedBy.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Cell } from './cell.ts';
import { nameKey } from './nameKey.ts';
import { few, short } from './values.ts';

export type Known = Pick<Person, 'id' | 'name' | 'email' | 'status'>;

/** Whom one may name. */
export type Among = 'active' | 'everybody';

/**
 * The person a cell, or one value of it, names; undefined when it is empty or names nobody, or more than one. Somebody who has left is found among `everybody`
 * only: they once judged a risk, and can be asked nothing more.
 */
export type FindPerson = (cell: Cell, among?: Among, named?: string) => string | undefined;

/** Finds people by mail address, id or name, in any case. A name that several people have is refused with their addresses. */
export function makeFindPerson(people: readonly Known[]): FindPerson {
  const byAddress = new Map(people.flatMap((person) => [person.email, person.id].map((key) => [nameKey(key), [person]])));
  const byName = groupedBy(people, ({ name }) => nameKey(name));

  return (cell, among = 'active', named = cell.value) => {
    if (named === '') return undefined;
    const called = byAddress.get(nameKey(named)) ?? byName.get(nameKey(named)) ?? [];
    const active = called.filter(({ status }) => status === 'active');
    const found = active.length === 0 && among === 'everybody' ? called : active;
    if (found.length === 1) return found[0]?.id;
    if (found.length > 1)
      return cell.refuse(
        'ambiguousPerson',
        `Several people are called "${short(named)}": ${few(found, ({ email }) => email)}. Write the mail address.`,
      );
    return cell.refuse(
      'unknownPerson',
      called.length > 0
        ? `"${short(named)}" has left the organization. Write somebody who is there.`
        : `Nobody is called "${short(named)}". Import people first, and write a name or mail address here.`,
    );
  };
}
