import type { Person, RoleAssignment } from '../../domain/records/person.ts';
import type { Store } from '../store.ts';
import { deputyInstead, type Leaving } from './heirs.ts';

/** Somebody whose manager or deputy leaves, and who is that instead; without a value nobody. */
export type PersonMove = { person: Person; as: 'manager' | 'deputy'; to?: string };

/** Those whose manager or deputy is the person. */
export async function peopleMoves(store: Store, leaving: Leaving): Promise<PersonMove[]> {
  const above = await managerAbove(store, leaving.person);
  const move = (person: Person, as: PersonMove['as'], to: string | undefined): PersonMove => ({
    person,
    as,
    ...(to !== undefined && { to }),
  });
  const managerInstead = ({ id }: Person) => (leaving.to === undefined || leaving.to === id ? above : leaving.to);
  const deputized = await store.people.find({ status: 'active', deputy: leaving.person });
  return [
    ...(await managedBy(store, leaving)).map((one) => move(one, 'manager', managerInstead(one))),
    ...deputized.map((one) => move(one, 'deputy', deputyInstead(one, leaving))),
  ];
}

async function managerAbove(store: Store, person: string): Promise<string | undefined> {
  const manager = (await store.people.get(person))?.manager;
  const above = manager === undefined ? undefined : await store.people.get(manager);
  return above?.status === 'active' ? above.id : undefined;
}

/**
 * Whose manager changes: those managed by the person; and a successor from further down the line, who takes the person's place in it, before all
 * others, so that nobody ever manages their own manager.
 */
async function managedBy(store: Store, { person, to }: Leaving): Promise<Person[]> {
  const reports = await store.people.find({ status: 'active', manager: person });
  const successor = to === undefined ? undefined : await store.people.get(to);
  if (successor === undefined || !(await isBelow(store, successor, person))) return reports;
  return [successor, ...reports.filter(({ id }) => id !== to)];
}

async function isBelow(store: Store, { manager }: Person, above: string): Promise<boolean> {
  const seen = new Set<string>();
  for (let at = manager; at !== undefined && !seen.has(at); at = (await store.people.get(at))?.manager) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
}

/** Roles of the person that the successor does not hold yet. */
export function rolesGiven(leaver: Person, successor: Person | undefined, { roles }: Leaving): RoleAssignment[] {
  if (roles === 'drop' || successor === undefined) return [];
  const isSame = (a: RoleAssignment, b: RoleAssignment) => a.role === b.role && a.scope === b.scope;
  return leaver.roles.filter((one) => !successor.roles.some((held) => isSame(one, held)));
}
