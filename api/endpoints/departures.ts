import { z } from 'zod';
import { Sentence } from '../../domain/records/common.ts';
import { Departure } from '../../domain/records/departure.ts';
import { DeparturePlan } from '../../domain/records/departurePlan.ts';
import { notFound } from '../../domain/refusal.ts';
import { depart, departureOf } from '../departing.ts';
import { planOf } from '../departure.ts';
import { endpoint, Reply } from '../endpoint.ts';
import { refuseWhileImporting } from '../importing.ts';
import { invalid } from '../mount.ts';
import { actorOf } from '../policy.ts';

const id = z.strictObject({ id: z.string().max(40) });

const Leaving = z
  .strictObject({
    to: z.string().max(40).optional().meta({ description: 'The successor; without one, work goes to whoever else holds the role.' }),
    reason: Sentence.optional().meta({ description: 'Kept in the trail of everything that moves; needed unless it is a preview.' }),
    roles: z.enum(['move', 'drop']).default('move').meta({ description: 'Whether the successor gets the roles as well.' }),
    preview: z.boolean().default(false).meta({ description: 'Only says what would move, and to whom.' }),
  })
  .meta({ id: 'Leaving' });

const missing = { path: 'reason', message: 'is needed: it stands in the trail of everything that moves' };

export const departures = [
  endpoint({
    method: 'post',
    path: '/api/v1/people/{id}/departure',
    tag: 'people',
    summary: 'Somebody leaves: their open work, records and roles move, and all their access ends. With `preview` nothing is done.',
    allow: 'manage',
    params: id,
    body: Leaving,
    output: DeparturePlan,
    also: {
      202: 'It is being carried out; see GET of the same path.',
      409: 'Another departure of or to this person is on its way, or an import.',
      422: 'The successor or the reason is missing or cannot be.',
    },
    handle: async ({ api, params, body: { preview, reason, to, roles }, caller, key, repeated }) => {
      const { store, clock } = api;
      const leaver = await store.people.get(params.id);
      if (leaver === undefined) throw notFound();
      const leaving = { person: leaver.id, roles, ...(to !== undefined && { to }), by: actorOf(caller) };
      const plan = await planOf(api, caller, leaver, leaving);
      if (preview) return plan;
      await refuseWhileImporting(api);
      if (reason === undefined) throw invalid(422, [missing]);
      const id = `departure-${key.slice(0, 20)}`;
      const begun = repeated ? await store.departures.get(id) : undefined;
      if (begun === undefined && plan.problems.length > 0) throw invalid(422, plan.problems);
      const departure = await depart(api, begun ?? { id, ...leaving, reason, at: clock.now(), state: 'moving' });
      return new Reply(202, { ...plan, departure });
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/people/{id}/departure',
    tag: 'people',
    summary: 'How far the departure of a person is, and what has moved.',
    allow: 'manage',
    params: id,
    output: Departure,
    handle: async ({ api, params }) => {
      const found = await departureOf(api, params.id);
      if (found === undefined) throw notFound();
      return found;
    },
  }),
];
