import type { ProcessDefinition, TaskDefinition } from '../../domain/process.ts';
import type { Role } from '../../domain/records/common.ts';
import type { Departure } from '../../domain/records/departure.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Task } from '../../domain/records/task.ts';
import type { Heirs } from '../../domain/rules/handOver.ts';
import { subjectOf } from '../../domain/subjects.ts';
import { isOwners } from '../people.ts';
import type { Store } from '../store.ts';

export type Leaving = Pick<Departure, 'person' | 'to' | 'roles'> & { by: Pick<Departure['by'], 'person'> };
export type Definitions = (process: string) => ProcessDefinition | undefined;

/** Everybody as they will be once the person has left: before and after that the same people are found. */
export type Staff = {
  /** Those who are here, the successor with the roles that move. */
  person(id: string | undefined): Person | undefined;
  holders(role: Role): Person[];
  /** Who decides what nobody else may: whoever ordered the departure, the other ISMS managers, top management. */
  managers: readonly string[];
};

export async function staffAfter(store: Store, leaving: Leaving): Promise<Staff> {
  const leaver = await store.people.get(leaving.person);
  const moving = leaving.roles === 'move' ? (leaver?.roles ?? []) : [];
  const present = await store.people.find({ status: 'active', id: { $ne: leaving.person } }, { sort: { name: 1, _id: 1 } });
  const people = present.map((one) => ({
    ...one,
    roles: one.id === leaving.to ? [...one.roles, ...moving] : one.roles,
    deputy: one.deputy === leaving.person ? deputyInstead(one, leaving) : one.deputy,
  }));
  const byId = new Map(people.map((one) => [one.id, one as Person]));
  const holders = (role: Role) => everywhereFirst([...byId.values()], role);
  const [managing, leading] = [holders('ismsManager'), holders('topManagement')].map((some) => some.map(({ id }) => id));
  const ordering = managing?.includes(leaving.by.person) === true ? [leaving.by.person] : [];
  return {
    person: (id) => (id === undefined ? undefined : byId.get(id)),
    holders,
    managers: [...ordering, ...(managing ?? []), ...(leading ?? [])],
  };
}

/** The successor deputizes where the person did; nobody is their own deputy. */
export const deputyInstead = ({ id }: Pick<Person, 'id'>, { to }: Pick<Leaving, 'to'>): string | undefined => (to === id ? undefined : to);

function everywhereFirst(people: readonly Person[], role: Role): Person[] {
  const holders = people.filter(({ roles }) => roles.some((one) => one.role === role));
  const everywhere = ({ roles }: Person) => roles.some((one) => one.role === role && one.scope === undefined);
  return [...holders.filter(everywhere), ...holders.filter((one) => !everywhere(one))];
}

/** Who could take over the parts that the person has in one task. */
export async function heirsOf(store: Store, leaving: Leaving, staff: Staff, definitionOf: Definitions, task: Task): Promise<Heirs> {
  const definition = definitionOf(task.process);
  const rule = definition?.tasks[task.task];
  const natural = await naturalHeirs(store, leaving, staff, rule, task);
  const confirming = leaving.to === undefined ? idsOf(staff.holders(rule?.confirmedBy?.role ?? 'ismsManager')) : [leaving.to];
  return {
    asked: natural.length === 0 ? [] : [...natural, ...staff.managers],
    confirms: [...confirming, ...staff.managers],
    accountable: accountableAfter(staff, leaving, definition?.accountable ?? 'ismsManager'),
    deputyOf: (person) => staff.person(staff.person(person)?.deputy)?.id,
  };
}

/** The owner, where the person only stood in; else the successor; without one, who holds the role or owns what it is about. */
async function naturalHeirs(store: Store, { person, to }: Leaving, staff: Staff, rule: TaskDefinition | undefined, task: Task) {
  const owner = task.assignee === person ? staff.person(task.onBehalfOf)?.id : undefined;
  if (owner !== undefined) return [owner];
  if (to !== undefined) return [to];
  if (rule === undefined) return [];
  if (!isOwners(rule) || task.about === undefined || rule.about === undefined) return idsOf(staff.holders(rule.by));
  const record = await store[rule.about].get(task.about);
  const recorded = record && staff.person(subjectOf(rule.about, record).owner)?.id;
  return recorded === undefined ? [] : [recorded];
}

/** Accountable is who holds the role; the successor before others. */
function accountableAfter({ holders }: Staff, { to }: Leaving, accountable: Role): string | undefined {
  for (const role of [accountable, 'ismsManager', 'topManagement'] as const) {
    const found = idsOf(holders(role));
    if (found.length > 0) return found.find((id) => id === to) ?? found[0];
  }
  return undefined;
}

const idsOf = (people: readonly Person[]): string[] => people.map(({ id }) => id);
