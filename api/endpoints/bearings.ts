import { z } from 'zod';
import { Bearings, PersonName } from '../../domain/records/bearings.ts';
import { calendarOf, siteOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { endpoint } from '../endpoint.ts';
import { peopleById } from '../taskLines.ts';

const mostNamed = 200;

/** What every page of people needs beside its subject: what day it is, and what ids are called. */
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
  endpoint({
    method: 'get',
    path: '/api/v1/people/names',
    tag: 'bearings',
    summary: 'What people are called whose ids stand in what you read; ids of nobody are left out.',
    allow: 'signedIn',
    query: z.strictObject({
      ids: z
        .string()
        .max(15_000)
        .transform((typed) => typed.split(','))
        .pipe(z.array(z.string().min(1).max(60)).max(mostNamed, `at most ${mostNamed} of them`))
        .meta({ description: 'With commas between them.' }),
    }),
    output: z.strictObject({ items: z.array(PersonName) }),
    handle: async ({ api, query: { ids } }) => {
      const people = await peopleById(api, ids);
      return { items: [...people.values()].map(({ id, name, status }) => ({ id, name, ...(status === 'left' && { left: true }) })) };
    },
  }),
];
