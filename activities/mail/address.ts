import { engine, type Instant } from '../../domain/records/common.ts';
import type { Person } from '../../domain/records/person.ts';
import { changeRecord } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';
import { statusIn } from './fault.ts';

/** The mail that was answered, and the address it went to. */
type About = { person: string; mail: string; at: Instant; to: string };

/** The address was refused for good: said on the person until it changes or takes mail again. Which address it was stands beside the delivery. */
export async function markUnreachable(store: Store, { person: id, mail, at, to }: About, response: string): Promise<void> {
  const person = await store.people.get(id);
  if (person?.email === to && person.unreachable === undefined)
    await change(
      store,
      person,
      { unreachable: { since: at, code: statusIn(response) ?? 'refused' } },
      { event: 'unreachable', at, key: mail },
    );
}

export async function markReached(store: Store, { person: id, mail, at, to }: About): Promise<void> {
  const person = await store.people.get(id);
  if (person?.email === to && person.unreachable !== undefined)
    await change(store, person, { unreachable: undefined }, { event: 'reached', at, key: `${mail}/reached` });
}

type Event = { event: 'unreachable' | 'reached'; at: Instant; key: string };

const change = (store: Store, { id, version }: Person, set: Partial<Person>, event: Event): Promise<Person> =>
  changeRecord(store, { register: 'people', id, version, set, actor: engine, ...event });
