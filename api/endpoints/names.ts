import { z } from 'zod';
import { Colleague, Named, PersonName } from '../../domain/records/names.ts';
import type { Filter } from '../../models/collection.ts';
import { endpoint } from '../endpoint.ts';
import { personNamed } from '../reading/personNamed.ts';
import { peopleById } from '../taskLines.ts';
import { wordsIn, wordsOf } from '../typedWords.ts';

const mostAtOnce = 200;
const mostColleagues = 20;

/** Who is meant, for whoever may not see the list of people: what ids are called, whom a part of a name may mean, and whom a name means exactly. */
export const names = [
  endpoint({
    method: 'get',
    path: '/api/v1/people/names',
    tag: 'people',
    summary: 'What people are called whose ids stand in what you read; ids of nobody are left out.',
    allow: 'signedIn',
    query: z.strictObject({
      ids: z
        .string()
        .max(15_000)
        .transform((typed) => typed.split(','))
        .pipe(z.array(z.string().min(1).max(60)).max(mostAtOnce, `at most ${mostAtOnce} of them`))
        .meta({ description: 'With commas between them.' }),
    }),
    output: z.strictObject({ items: z.array(PersonName) }),
    handle: async ({ api, query: { ids } }) => {
      const people = await peopleById(api, ids);
      return { items: [...people.values()].map(({ id, name, status }) => ({ id, name, ...(status === 'left' && { left: true }) })) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/people/named',
    tag: 'people',
    summary: 'Who has this name, mail address or id, as it is typed by somebody who may not see the list of people.',
    allow: 'signedIn',
    query: z.strictObject({ name: z.string().min(1).max(254) }),
    output: Named,
    handle: async ({ api, query: { name } }) => {
      const found = await personNamed(api.store, name);
      return 'why' in found ? found : { person: { id: found.person.id, name: found.person.name } };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/colleagues',
    tag: 'people',
    summary: `Names of those who are here, for whoever has to choose somebody: at most ${mostColleagues}.`,
    allow: 'signedIn',
    query: z.strictObject({ q: z.string().trim().max(100).optional() }),
    output: z.strictObject({ items: z.array(Colleague) }),
    handle: async ({ api: { store }, query: { q } }) => {
      const here: Filter = { status: 'active', ...(q !== undefined && wordsIn('name', wordsOf(q))) };
      const found = await store.people.find(here, { sort: { name: 1, _id: 1 }, limit: mostColleagues });
      const isShared = (name: string) => found.filter((one) => one.name === name).length > 1;
      return { items: found.map(({ id, name, email }) => ({ id, name, ...(isShared(name) && { email }) })) };
    },
  }),
];
