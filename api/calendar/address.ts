import { createHmac, randomBytes } from 'node:crypto';
import type { CalendarFeed } from '../../domain/records/calendarFeed.ts';
import { places } from '../../domain/words/places.ts';
import { sha256 } from '../callers.ts';
import type { Api } from '../deps.ts';

const tokenOf = ({ config }: Api, key: string): string => createHmac('sha256', config.secret).update(`calendar:${key}`).digest('base64url');

export type Address = { url: string; createdAt: string };

const addressOf = (api: Api, { key, createdAt }: CalendarFeed): Address => ({
  url: `${api.config.publicUrl}${places.calendar(tokenOf(api, key))}`,
  createdAt,
});

/** The address of a person's calendar, if they have one. */
export async function calendarAddress(api: Api, person: string): Promise<Address | undefined> {
  const feed = await api.store.calendarFeeds.first({ person });
  return feed && addressOf(api, feed);
}

/** A new address. One of before opens nothing any more. */
export async function newCalendarAddress(api: Api, person: string): Promise<Address> {
  const key = randomBytes(16).toString('base64url');
  const id = sha256(tokenOf(api, key));
  const feed = { id, person, key, createdAt: api.clock.now() };
  await api.store.calendarFeeds.insert(feed);
  await api.store.calendarFeeds.remove({ person, _id: { $ne: id } });
  return addressOf(api, feed);
}

export const revokeCalendarAddress = async ({ store }: Api, person: string): Promise<void> =>
  void (await store.calendarFeeds.remove({ person }));

/** Whose calendar a token opens: somebody who is still here. */
export async function readerOfCalendar({ store }: Api, token: string) {
  const feed = await store.calendarFeeds.get(sha256(token));
  const person = feed && (await store.people.get(feed.person));
  return person?.status === 'active' ? person : undefined;
}
