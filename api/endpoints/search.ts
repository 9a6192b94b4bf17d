import { z } from 'zod';
import { Searched, SearchResults } from '../../domain/records/search.ts';
import { endpoint } from '../endpoint.ts';
import { search } from '../search.ts';

const usual = 5;

/** One field for everything that somebody may read. */
export const searches = [
  endpoint({
    method: 'get',
    path: '/api/v1/search',
    tag: 'search',
    summary: 'Records of all kinds that you may read: by what their id begins with, and by words of what they are called.',
    allow: 'signedIn',
    query: z.strictObject({
      q: z.string().trim().min(2, 'at least two characters').max(100),
      kind: Searched.optional().meta({ description: 'Only of this kind.' }),
      limit: z
        .string()
        .regex(/^\d{1,2}$/, 'a number from 1 to 50')
        .transform(Number)
        .pipe(z.int().min(1).max(50))
        .optional()
        .meta({ description: `How many of each kind at most, 1 to 50; ${usual} unless said.` }),
    }),
    output: SearchResults,
    handle: async ({ api, caller, query: { q, kind, limit = usual } }) =>
      search({ api, caller, typed: q, limit }, kind === undefined ? undefined : [kind]),
  }),
];
