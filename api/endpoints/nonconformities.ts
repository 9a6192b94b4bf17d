import { z } from 'zod';
import { CorrectiveLoop, NonconformityDetail, NonconformityLine } from '../../domain/records/correctiveLoop.ts';
import { Grade, Nonconformity, NonconformitySource } from '../../domain/records/nonconformity.ts';
import { notFound } from '../../domain/refusal.ts';
import { allOf } from '../../models/filter.ts';
import { endpoint } from '../endpoint.ts';
import { correctiveLoop, nonconformityDetail, nonconformityLines, openOnes } from '../nonconformities.ts';
import { page, pageOf, pageQuery } from '../paging.ts';
import { scope, seen } from '../policy.ts';

/** Nonconformities with their way through the loop. */
export const nonconformities = [
  endpoint({
    method: 'get',
    path: '/api/v1/nonconformities',
    tag: 'nonconformities',
    summary: 'Nonconformities, each with its age in days of the organization, where it is in the loop, and whose answer it waits for.',
    allow: 'signedIn',
    query: z.strictObject({
      status: z.enum(['open', ...Nonconformity.shape.status.options]).optional(),
      grade: Grade.optional(),
      kind: NonconformitySource.optional().meta({ description: 'Where it came from.' }),
      owner: z.string().max(60).optional(),
      ...pageQuery,
    }),
    output: pageOf(NonconformityLine),
    handle: async ({ api, caller, query: { status, grade, kind, owner, ...asked } }) => {
      const filter = allOf(
        await scope(caller, 'nonconformities', api.store),
        status === undefined ? {} : status === 'open' ? openOnes : { status },
        grade === undefined ? {} : { grade },
        kind === undefined ? {} : { 'source.kind': kind },
        owner === undefined ? {} : { owner },
      );
      const { items, next } = await page(api.store.nonconformities, filter, asked);
      return { items: await nonconformityLines(api, caller, items), ...(next !== undefined && { next }) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/nonconformities/loop',
    tag: 'nonconformities',
    summary: 'How many open nonconformities stand where in the loop, and which is the oldest.',
    allow: 'signedIn',
    output: CorrectiveLoop,
    handle: ({ api, caller }) => correctiveLoop(api, caller),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/nonconformities/{id}',
    tag: 'nonconformities',
    summary: 'One nonconformity with all that has moved it along the loop: who, when, why, and what is asked now.',
    allow: 'signedIn',
    params: z.strictObject({ id: z.string().max(300) }),
    output: NonconformityDetail,
    handle: async ({ api, caller, params }) => {
      const found = await seen(caller, 'nonconformities', api.store, params.id);
      if (found === undefined) throw notFound();
      return nonconformityDetail(api, caller, found);
    },
  }),
];
