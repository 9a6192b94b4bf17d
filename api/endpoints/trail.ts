import { z } from 'zod';
import { Day } from '../../domain/records/common.ts';
import { SpokenEntry, Verification } from '../../domain/records/trail.ts';
import { notFound } from '../../domain/refusal.ts';
import { endpoint } from '../endpoint.ts';
import { oneAtATime } from '../oneAtATime.ts';
import { page, pageOf, pageQuery } from '../paging.ts';
import { withTexts } from '../spokenTrail.ts';
import { trailFilter } from '../trailFilter.ts';
import { verifyTrail, verifyTrailOf } from '../verification.ts';

// It reads the whole trail.
const inTurn = oneAtATime();

const subject = z.string().max(400).optional();

export const trail = [
  endpoint({
    method: 'get',
    path: '/api/v1/trail',
    tag: 'trail',
    summary: 'What happened, hash-chained: of one subject from its first entry, or of all by time.',
    allow: 'audit',
    query: z.strictObject({
      subject: subject.meta({ description: 'A chain such as `run/riskReview-2026-Q4` or `risks/RSK-017`.' }),
      from: z
        .string()
        .regex(/^\d{1,9}$/, 'a number')
        .transform(Number)
        .optional()
        .meta({ description: 'The first `seq`, with a subject.' }),
      within: z.string().min(2).max(400).optional().meta({
        description: 'Chains that begin so: `risks/` for all risks, `task/riskReview-2026-Q4/` for all that a run has asked.',
      }),
      by: z
        .string()
        .min(1)
        .max(300)
        .optional()
        .meta({ description: 'Who acted: an id, a mail address or a name; `engine` for the engine.' }),
      event: z.string().max(60).optional(),
      since: Day.optional().meta({ description: 'The first day, by the calendar of the organization.' }),
      until: Day.optional().meta({ description: 'The last day.' }),
      order: z.enum(['oldest', 'newest']).optional().meta({ description: 'What comes first; the oldest unless said.' }),
      ...pageQuery,
    }),
    output: pageOf(SpokenEntry),
    handle: async ({ api: { store }, query: { cursor, limit, order, ...asked } }) => {
      const field = asked.subject === undefined ? 'at' : 'seq';
      const filter = await trailFilter(store, asked);
      const { items, next } = await page(store.trail, filter, { cursor, limit }, { field, direction: order === 'newest' ? -1 : 1 });
      return { items: await withTexts(store, items), ...(next !== undefined && { next }) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/trail/verification',
    tag: 'trail',
    summary: 'Checks one chain of the trail, or every one; `findings` names chain and entry of what is wrong.',
    allow: 'audit',
    query: z.strictObject({ subject: subject.meta({ description: 'The chain that is checked; every one unless said.' }) }),
    output: Verification,
    also: { 404: 'There is no such chain.' },
    handle: async ({ api: { store, clock }, query }) => {
      const at = clock.now();
      if (query.subject === undefined) return { at, ...(await inTurn(() => verifyTrail(store))) };
      const verified = await verifyTrailOf(store, query.subject);
      if (verified === undefined) throw notFound();
      return { at, ...verified };
    },
  }),
];
