import { startDeparture } from '../activities/startOnce.ts';
import type { Departure } from '../domain/records/departure.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Api } from './deps.ts';
import { within } from './temporal.ts';

const running = () =>
  new Refusal(409, 'departureRunning', 'Another departure of or to this person is on its way. Try again when it is complete.');

/**
 * Writes down that somebody leaves and has a workflow carry it out. The same id again goes on with the same departure.
 * @throws Refusal 409 `departureRunning` when one of the two is on the way out already
 */
export async function depart(api: Api, draft: Departure): Promise<Departure> {
  const { store, client } = api;
  await store.departures.insert(draft);
  await refuseSecond(api, draft);
  await within(client, 10_000, () => startDeparture(client, draft.id));
  return (await store.departures.get(draft.id)) ?? draft;
}

/** Of two at once that touch each other both step back: nothing may move to somebody who is leaving. */
async function refuseSecond({ store }: Api, { id, person, to }: Departure): Promise<void> {
  const touched = [person, ...(to === undefined ? [] : [to])];
  const others = await store.departures.find({ state: 'moving', _id: { $ne: id } });
  const other = others.find((one) => touched.includes(one.person) || one.to === person);
  if (other === undefined) return;
  await store.departures.remove({ id, state: 'moving', records: { $exists: false } });
  throw running();
}

/** The latest departure of a person; undefined when they never left. */
export const departureOf = ({ store }: Pick<Api, 'store'>, person: string): Promise<Departure | undefined> =>
  store.departures.first({ person }, { sort: { at: -1 } });
