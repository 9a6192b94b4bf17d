import type { Departure } from '../../domain/records/departure.ts';
import type { Person } from '../../domain/records/person.ts';
import { type Staff, staffAfter } from '../../models/leaving/heirs.ts';
import { rolesGiven } from '../../models/leaving/people.ts';
import { recordMoves } from '../../models/leaving/records.ts';
import { taskMoves } from '../../models/leaving/tasks.ts';
import { changeRecord } from '../../models/registers.ts';
import { endSessions } from '../../models/sessions.ts';
import type { Store } from '../../models/store.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import type { DepartureActivities } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { theDeparture } from './theDeparture.ts';

/**
 * The successor gets the roles, the person is marked as left, and all by which they could act ends: sessions, tokens, links, password. What is theirs
 * is written down after that, when nothing can be added to it.
 */
export const createEndAccess =
  ({ store, clock }: Deps): DepartureActivities['endAccess'] =>
  async ({ departure: id, at: real }) => {
    const departure = await theDeparture({ store }, id);
    const at = clock.toOrganization(real);
    const given = departure.given ?? (await rolesToGive(store, departure));
    await store.departures.set(id, { given });
    await giveRoles(store, departure, given, at);
    await markLeft(store, departure, at);
    await closeDoors(store, departure.person);
    const records = departure.records ?? (await writtenDown(store, departure));
    return { registers: [...new Set(records.map(({ register }) => register))] };
  };

async function personOf(store: Store, id: string): Promise<Person> {
  const person = await store.people.get(id);
  if (person === undefined) throw new Error(`there is no person ${id}`);
  return person;
}

async function rolesToGive(store: Store, departure: Departure): Promise<Person['roles']> {
  const successor = departure.to === undefined ? undefined : await personOf(store, departure.to);
  return rolesGiven(await personOf(store, departure.person), successor, departure);
}

async function giveRoles(store: Store, { id: key, to, by, reason }: Departure, given: Person['roles'], at: string): Promise<void> {
  if (to === undefined) return;
  const { version, roles } = await personOf(store, to);
  const missing = given.filter(({ role, scope }) => !roles.some((held) => held.role === role && held.scope === scope));
  if (missing.length === 0) return;
  const set = { roles: [...roles, ...missing] };
  await changeRecord(store, { register: 'people', id: to, version, set, at, actor: by, event: 'handedOver', key, why: reason });
}

async function markLeft(store: Store, { id: key, person, by, reason }: Departure, at: string): Promise<void> {
  const { version, status, roles } = await personOf(store, person);
  if (status === 'left' && roles.length === 0) return;
  const set = { status: 'left' as const, roles: [] };
  await changeRecord(store, { register: 'people', id: person, version, set, at, actor: by, event: 'left', key, why: reason });
}

async function closeDoors(store: Store, person: string): Promise<void> {
  await endSessions(store, [person]);
  await store.tokens.remove({ person });
  await store.links.remove({ person });
  await store.credentials.remove({ id: person });
  await store.letters.setMany({ person, state: 'pending' }, { state: 'suppressed' });
}

async function writtenDown(store: Store, departure: Departure): Promise<NonNullable<Departure['records']>> {
  const staff: Staff = await staffAfter(store, departure);
  const records = await recordMoves(store, departure, staff);
  const moves = await taskMoves(store, departure, staff, definitionOf);
  const confirmations = moves.filter(({ task, to }) => task.state === 'submitted' && to.confirmer === departure.to).length;
  await store.departures.set(departure.id, { records, tasks: moves.map(({ task }) => task.id), confirmations });
  return records;
}
