import type { About, ProcessDefinition } from '../domain/process.ts';
import type { Day, Role } from '../domain/records/common.ts';
import type { Person } from '../domain/records/person.ts';
import type { Recipient } from '../domain/records/settings.ts';
import { subjectOf, subjects } from '../domain/subjects.ts';
import type { Store } from './store.ts';

/** Those who hold a role now, in a fixed order, so that the same person is asked by every worker. */
export async function holdersOf(store: Store, role: Role): Promise<Person[]> {
  const holders = await store.people.find({ status: 'active', 'roles.role': role }, { sort: { name: 1, _id: 1 } });
  const everywhere = (person: Person) => (person.roles.some((r) => r.role === role && r.scope === undefined) ? 0 : 1);
  return holders.sort((a, b) => everywhere(a) - everywhere(b));
}

/** The person, unless there is none or they have left. */
async function active(store: Store, id: string | undefined): Promise<Person | undefined> {
  const person = id === undefined ? undefined : await store.people.get(id);
  return person?.status === 'active' ? person : undefined;
}

/** Whether it falls to the owner of what it is about. */
export const isOwners = ({ by, about }: { by: Role; about?: About }): boolean => about !== undefined && subjects[about].ownerRole === by;

async function ownerOf(store: Store, about: About, id: string): Promise<string | undefined> {
  const record = await store[about].get(id);
  if (record === undefined) throw new Error(`there is no ${id} in ${about}`);
  return subjectOf(about, record).owner;
}

/**
 * The person a task falls to: who was named for it, the owner of what it is about, else the first holder of the role. Somebody who has left is replaced by the manager,
 * then by whoever is accountable, so that nothing is asked of nobody.
 */
export async function responsibleFor(
  store: Store,
  definition: ProcessDefinition,
  task: { by: Role; about?: About },
  about: string | undefined,
  named?: string,
): Promise<Person> {
  const owner = task.about !== undefined && about !== undefined && isOwners(task) ? await ownerOf(store, task.about, about) : undefined;
  const id = named ?? owner;
  const found = id === undefined ? (await holdersOf(store, task.by))[0] : await store.people.get(id);
  if (found?.status === 'active') return found;
  return (await active(store, found?.manager)) ?? accountableFor(store, definition);
}

export async function accountableFor(store: Store, definition: Pick<ProcessDefinition, 'accountable'>): Promise<Person> {
  for (const role of [definition.accountable, 'ismsManager', 'topManagement'] as const) {
    const [holder] = await holdersOf(store, role);
    if (holder !== undefined) return holder;
  }
  throw new Error(`nobody holds the role ${definition.accountable}, and there is neither an ISMS manager nor top management`);
}

export type StandIn = { deputy: Person; until: Day };

/**
 * The deputy who is asked while the person is away: when an absence covers all days from `from` to `to`, and the deputy is there; the deadline stands.
 * `until` is the last day of the absence.
 */
export async function standInFor(store: Store, person: Person, from: Day, to: Day): Promise<StandIn | undefined> {
  const absence = awayFor(person, from, to);
  if (absence === undefined) return undefined;
  const deputy = await deputyOf(store, person);
  return deputy === undefined || awayFor(deputy, from, to) !== undefined ? undefined : { deputy, until: absence.to };
}

export const deputyOf = (store: Store, { deputy }: Person): Promise<Person | undefined> => active(store, deputy);

const awayFor = ({ absences }: Person, from: Day, to: Day) => absences.find((absence) => absence.from <= from && absence.to >= to);

export type ToldPerson = { person: string; as: Recipient };
type Asked = { assignee: string; accountable: string };

/**
 * Whom a rung tells, each person once. Where there is no line manager, and where nobody holds a role, the accountable person stands in, and for
 * an accountable person who has left whoever runs the ISMS now: an escalation never goes nowhere.
 */
export async function recipientsOf(store: Store, to: readonly Recipient[], task: Asked): Promise<ToldPerson[]> {
  const told = new Map<string, Recipient>();
  for (const as of to) for (const one of await recipients(store, as, task)) if (!told.has(one.person)) told.set(one.person, one.as);
  return [...told].map(([person, as]) => ({ person, as }));
}

async function recipients(store: Store, as: Recipient, task: Asked): Promise<ToldPerson[]> {
  if (as === 'assignee') return [{ person: task.assignee, as }];
  const found = as === 'accountable' ? [] : as === 'lineManager' ? await managersOf(store, task.assignee) : await holdersOf(store, as);
  if (found.length === 0) return [{ person: await accountableNow(store, task.accountable), as: 'accountable' }];
  return found.map(({ id }) => ({ person: id, as }));
}

const managersOf = async (store: Store, id: string): Promise<Person[]> =>
  [await active(store, (await store.people.get(id))?.manager)].filter((manager) => manager !== undefined);

/** The accountable person of a task, or who runs the ISMS now when that person has left since; the same person when nobody does. */
export async function accountableNow(store: Store, accountable: string): Promise<string> {
  const standIn = async () => (await holdersOf(store, 'ismsManager'))[0] ?? (await holdersOf(store, 'topManagement'))[0];
  return ((await active(store, accountable)) ?? (await standIn()))?.id ?? accountable;
}
