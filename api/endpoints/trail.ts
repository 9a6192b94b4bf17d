import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { oneAtATime } from '../oneAtATime.ts';
import { page, pageOf, pageQuery } from '../paging.ts';
import { SpokenEntry, withTexts } from '../spokenTrail.ts';
import { verifyTrail } from '../verification.ts';

const Verified = z
  .strictObject({
    chains: z.int(),
    entries: z.int(),
    findings: z.array(z.strictObject({ chain: z.string(), seq: z.int(), problem: z.string() })),
  })
  .meta({ id: 'Verification' });

// It reads the whole trail.
const inTurn = oneAtATime();

export const trail = [
  endpoint({
    method: 'get',
    path: '/api/v1/trail',
    tag: 'trail',
    summary: 'What happened, hash-chained: of one subject from its first entry, or of all by time.',
    allow: 'audit',
    query: z.strictObject({
      subject: z.string().max(400).optional().meta({ description: 'A chain such as `run/riskReview-2026-Q4` or `risks/RSK-017`.' }),
      from: z
        .string()
        .regex(/^\d{1,9}$/, 'a number')
        .transform(Number)
        .optional()
        .meta({ description: 'The first `seq`, with a subject.' }),
      ...pageQuery,
    }),
    output: pageOf(SpokenEntry),
    handle: async ({ api: { store }, query: { subject, from, cursor, limit } }) => {
      const filter = { ...(subject !== undefined && { chain: subject }), ...(from !== undefined && { seq: { $gte: from } }) };
      const sort = { field: subject === undefined ? 'at' : 'seq', direction: 1 } as const;
      const { items, next } = await page(store.trail, filter, { cursor, limit }, sort);
      return { items: await withTexts(store, items), ...(next !== undefined && { next }) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/trail/verification',
    tag: 'trail',
    summary: 'Checks every chain of the trail; `findings` names chain and entry of what is wrong.',
    allow: 'audit',
    output: Verified,
    handle: async ({ api: { store } }) => inTurn(() => verifyTrail(store)),
  }),
];
