import { Bearings } from '../../domain/records/bearings.ts';
import { calendarOf, siteOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { endpoint } from '../endpoint.ts';

/** What every page needs beside its subject: what day it is. */
export const bearings = [
  endpoint({
    method: 'get',
    path: '/api/v1/today',
    tag: 'bearings',
    summary: 'What day it is in the organization, and the zone of your site.',
    allow: 'signedIn',
    output: Bearings,
    handle: async ({ api: { store, clock }, caller }) => {
      const settings = await settingsNow(store);
      const at = clock.now();
      return { at, today: calendarOf(settings, undefined).dayOf(at), zone: siteOf(settings, caller.person).zone };
    },
  }),
];
