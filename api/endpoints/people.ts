import { z } from 'zod';
import { Role } from '../../domain/records/common.ts';
import { Person } from '../../domain/records/person.ts';
import { PersonDetail } from '../../domain/records/personDetail.ts';
import { notFound } from '../../domain/refusal.ts';
import type { Filter } from '../../models/collection.ts';
import { allOf } from '../../models/filter.ts';
import { endpoint } from '../endpoint.ts';
import { page, pageOf, pageQuery } from '../paging.ts';
import { personDetail } from '../personDetail.ts';
import { scope, seen } from '../policy.ts';
import { beginning, wordsIn, wordsOf } from '../typedWords.ts';

const q = z.string().trim().max(100).optional();
const byName = { field: 'name', direction: 1 } as const;

/** Who is there, for those who oversee it, and one person with what stands around them. */
export const people = [
  endpoint({
    method: 'get',
    path: '/api/v1/registers/people',
    tag: 'registers',
    summary: 'The register people: what you may see of it, by name.',
    allow: 'signedIn',
    query: z.strictObject({
      q: q.meta({ description: 'Words of the name, or what the mail address begins with.' }),
      role: Role.optional(),
      status: Person.shape.status.optional(),
      site: z.string().max(300).optional(),
      manager: z.string().max(300).optional(),
      email: z.string().max(300).optional(),
      unreachable: z.literal('true').optional().meta({ description: 'Only those whose mail address is refused.' }),
      ...pageQuery,
    }),
    output: pageOf(Person),
    handle: async ({ api: { store }, caller, query: { cursor, limit, q, role, unreachable, ...wanted } }) => {
      const filter = allOf(
        ...[await scope(caller, 'people', store), role === undefined ? {} : { 'roles.role': role }, wanted],
        unreachable === undefined ? {} : { 'unreachable.since': { $exists: true } },
        called(q),
      );
      return page(store.people, filter, { cursor, limit }, byName);
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/people/{id}',
    tag: 'people',
    summary: 'One person with what stands around them: names of manager and deputy, for whom they stand in, what waits to be sent.',
    allow: 'signedIn',
    params: z.strictObject({ id: z.string().max(40) }),
    output: PersonDetail,
    handle: async ({ api, caller, params }) => {
      const person = await seen(caller, 'people', api.store, params.id);
      if (person === undefined) throw notFound();
      return personDetail(api, person);
    },
  }),
];

function called(typed: string | undefined): Filter {
  if (typed === undefined || typed === '') return {};
  return { $or: [wordsIn('name', wordsOf(typed)), beginning('email', typed.toLowerCase())] };
}
