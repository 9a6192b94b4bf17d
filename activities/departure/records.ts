import type { Departure, OwnedRecord } from '../../domain/records/departure.ts';
import { peopleMoves } from '../../models/leaving/people.ts';
import { owned } from '../../models/leaving/records.ts';
import { type Change, changeRecord } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';
import type { DepartureActivities } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { theDeparture } from './theDeparture.ts';

type Owned = OwnedRecord & { to: string };

/** Gives the records of one register to their new owners, each with the reason in its trail; those that are not the person's any more stay as they are. */
export const createHandOverRecords =
  ({ store, clock }: Deps): DepartureActivities['handOverRecords'] =>
  async ({ departure: id, at, register }) => {
    const departure = await theDeparture({ store }, id);
    const moving = (departure.records ?? []).filter((one): one is Owned => one.register === register && one.to !== undefined);
    for (const one of moving) {
      await giveRecord(store, departure, one, clock.toOrganization(at));
    }
  };

async function giveRecord(store: Store, departure: Departure, { register, id, to }: Owned, at: string): Promise<void> {
  const record = (await store[register].get(id)) as ({ version: number } & Record<string, unknown>) | undefined;
  const { by } = owned[register];
  if (record?.[by] !== departure.person) return;
  await changeRecord(store, { register, id, version: record.version, set: { [by]: to }, ...handedOver(departure, at) });
}

/** Whose manager or deputy the person was. */
export const createHandOverPeople =
  ({ store, clock }: Deps): DepartureActivities['handOverPeople'] =>
  async ({ departure: id, at }) => {
    const departure = await theDeparture({ store }, id);
    for (const { person, as, to } of await peopleMoves(store, departure)) {
      // Somebody may have both as manager and as deputy: the second change builds on the first.
      const { version = person.version } = (await store.people.get(person.id)) ?? {};
      const set = { [as]: to };
      await changeRecord(store, { register: 'people', id: person.id, version, set, ...handedOver(departure, clock.toOrganization(at)) });
    }
  };

const handedOver = ({ id, by, reason }: Departure, at: string): Pick<Change<'people'>, 'at' | 'actor' | 'event' | 'key' | 'why'> => ({
  ...{ at, actor: by, event: 'handedOver', key: id, why: reason },
});
