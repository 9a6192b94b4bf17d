import type { Departure } from '../../domain/records/departure.ts';
import type { Store } from '../../models/store.ts';

export async function theDeparture({ store }: { store: Store }, id: string): Promise<Departure> {
  const departure = await store.departures.get(id);
  if (departure === undefined) throw new Error(`there is no departure ${id}`);
  return departure;
}

/** Who ordered it acts as the ISMS manager that they were then, even where it is their own departure. */
export const orderedBy = ({ by: { person, via } }: Departure) => ({
  ...{ person, roles: ['ismsManager'], via: via === 'login' ? ('login' as const) : ('token' as const) },
});
