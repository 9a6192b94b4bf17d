import type { Person } from '../domain/records/person.ts';
import type { PersonDetail } from '../domain/records/personDetail.ts';
import { calendarOf } from '../domain/sites.ts';
import { settingsNow } from '../models/knowledge.ts';
import { departureOf } from './departing.ts';
import type { Api } from './deps.ts';
import { peopleById } from './taskLines.ts';

/** A person with what stands around them. */
export async function personDetail(api: Api, person: Person): Promise<PersonDetail> {
  const { store, clock } = api;
  const { id, manager, deputy } = person;
  const [settings, named, manages, deputized, waiting, left] = await Promise.all([
    settingsNow(store),
    peopleById(
      api,
      [manager, deputy].flatMap((one) => one ?? []),
    ),
    store.people.count({ manager: id, status: 'active' }),
    store.people.find({ deputy: id, status: 'active' }, { sort: { name: 1, _id: 1 } }),
    store.letters.count({ person: id, state: { $in: ['pending', 'sending', 'deferred'] } }),
    departureOf(api, id),
  ]);
  return {
    ...{ ...person, manages, waiting, names: Object.fromEntries([...named.values()].map((one) => [one.id, one.name])) },
    deputizesFor: deputized.map((one) => ({ id: one.id, name: one.name })),
    ...(left !== undefined && { departure: { state: left.state, at: left.at } }),
    today: calendarOf(settings, person).dayOf(clock.now()),
  };
}
