import type { Person } from '../../domain/records/person.ts';
import type { Store } from '../../models/store.ts';

export type Found = { person: Person } | { why: 'nobodyNamed' | 'severalNamed' };

const folded = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The one active person with this id, mail address or name, as somebody types it who may not see the list of people. */
export async function personNamed(store: Store, typed: string): Promise<Found> {
  const wanted = folded(typed);
  const active = await store.people.find({ status: 'active' });
  const found = active.filter(({ id, email, name }) => id === wanted || folded(email) === wanted || folded(name) === wanted);
  const [person, another] = found;
  if (person === undefined) return { why: 'nobodyNamed' };
  return another === undefined ? { person } : { why: 'severalNamed' };
}
