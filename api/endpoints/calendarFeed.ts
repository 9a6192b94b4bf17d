import { z } from 'zod';
import { Instant } from '../../domain/records/common.ts';
import { notFound } from '../../domain/refusal.ts';
import { calendarAddress, newCalendarAddress, revokeCalendarAddress } from '../calendar/address.ts';
import { endpoint } from '../endpoint.ts';

const Address = z
  .strictObject({ url: z.string(), createdAt: Instant })
  .meta({ id: 'CalendarAddress', description: 'Whoever has the address reads the calendar; it opens nothing else.' });

/** The address of one's own calendar, for a calendar program. */
export const calendarFeed = [
  endpoint({
    method: 'get',
    path: '/api/v1/calendarFeed',
    tag: 'mail',
    summary: 'The address of your calendar, if there is one.',
    allow: 'signedIn',
    output: Address,
    also: { 404: 'There is none.' },
    handle: async ({ api, caller }) => {
      const address = await calendarAddress(api, caller.id);
      if (address === undefined) throw notFound();
      return address;
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/calendarFeed',
    tag: 'mail',
    summary: 'A new address for your calendar; one of before opens nothing any more.',
    allow: 'signedIn',
    status: 201,
    output: Address,
    handle: async ({ api, caller }) => newCalendarAddress(api, caller.id),
  }),
  endpoint({
    method: 'delete',
    path: '/api/v1/calendarFeed',
    tag: 'mail',
    summary: 'Revoke the address of your calendar.',
    allow: 'signedIn',
    status: 204,
    output: z.undefined(),
    handle: async ({ api, caller }) => {
      await revokeCalendarAddress(api, caller.id);
      return undefined;
    },
  }),
];
