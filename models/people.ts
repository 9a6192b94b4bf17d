import type { About, ProcessDefinition } from '../domain/process.ts';
import type { Day, Role } from '../domain/records/common.ts';
import type { Person } from '../domain/records/person.ts';
import type { Recipient } from '../domain/records/settings.ts';
import type { Store } from './store.ts';

/** Those who hold a role now, in a fixed order, so that the same person is asked by every worker. */
export async function holdersOf(store: Store, role: Role): Promise<Person[]> {
  const holders = await store.people.find({ status: 'active', 'roles.role': role }, { sort: { name: 1, _id: 1 } });
  const everywhere = (person: Person) => (person.roles.some((r) => r.role === role && r.scope === undefined) ? 0 : 1);
  return holders.sort((a, b) => everywhere(a) - everywhere(b));
}

/** Roles that follow from the record a task is about. */
const ownerRole: Record<About, Role> = { risks: 'riskOwner' };

async function ownerOf(store: Store, about: About, id: string): Promise<string> {
  const record = await store[about].get(id);
  if (record === undefined) throw new Error(`there is no ${id} in ${about}`);
  return record.owner;
}

/**
 * The person a task falls to: the owner of what it is about, else the first holder of the role. Somebody who has left is replaced by the manager,
 * then by whoever is accountable, so that nothing is asked of nobody.
 */
export async function responsibleFor(
  store: Store,
  definition: ProcessDefinition,
  task: { by: Role; about?: About },
  about: string | undefined,
): Promise<Person> {
  const id =
    task.about !== undefined && about !== undefined && ownerRole[task.about] === task.by
      ? await ownerOf(store, task.about, about)
      : undefined;
  const found = id === undefined ? (await holdersOf(store, task.by))[0] : await store.people.get(id);
  if (found?.status === 'active') return found;
  const manager = found?.manager === undefined ? undefined : await store.people.get(found.manager);
  if (manager?.status === 'active') return manager;
  return accountableFor(store, definition);
}

export async function accountableFor(store: Store, definition: ProcessDefinition): Promise<Person> {
  const person =
    (await holdersOf(store, definition.accountable))[0] ??
    (await holdersOf(store, 'ismsManager'))[0] ??
    (await holdersOf(store, 'topManagement'))[0];
  if (person === undefined)
    throw new Error(`nobody holds the role ${definition.accountable}, and there is neither an ISMS manager nor top management`);
  return person;
}

/** The deputy, when the person is away from the opening until the due day; the deadline stands. */
export async function presentOrDeputy(store: Store, person: Person, from: Day, to: Day): Promise<Person> {
  const away = person.absences.some((absence) => absence.from <= from && absence.to >= to);
  const deputy = away && person.deputy !== undefined ? await store.people.get(person.deputy) : undefined;
  return deputy?.status === 'active' ? deputy : person;
}

/** Whom a rung tells, each person once. Where there is no line manager, the accountable person stands in. */
export async function recipientsOf(
  store: Store,
  to: readonly Recipient[],
  task: { assignee: string; accountable: string },
): Promise<{ person: string; as: Recipient }[]> {
  const told = new Map<string, Recipient>();
  for (const as of to) for (const person of await recipient(store, as, task)) if (!told.has(person)) told.set(person, as);
  return [...told].map(([person, as]) => ({ person, as }));
}

async function recipient(store: Store, as: Recipient, task: { assignee: string; accountable: string }): Promise<string[]> {
  if (as === 'assignee') return [task.assignee];
  if (as === 'accountable') return [task.accountable];
  if (as === 'lineManager') return [await managerOf(store, task)];
  return (await holdersOf(store, as)).map((holder) => holder.id);
}

async function managerOf(store: Store, { assignee, accountable }: { assignee: string; accountable: string }): Promise<string> {
  const manager = (await store.people.get(assignee))?.manager;
  return manager !== undefined && (await store.people.get(manager))?.status === 'active' ? manager : accountable;
}
