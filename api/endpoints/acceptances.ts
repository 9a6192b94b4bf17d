import { z } from 'zod';
import { Acceptance } from '../../domain/records/acceptance.ts';
import { Sentence } from '../../domain/records/common.ts';
import { AcceptanceReading } from '../../domain/records/reading.ts';
import { notFound } from '../../domain/refusal.ts';
import { acceptanceReading } from '../acceptanceReading.ts';
import { endpoint } from '../endpoint.ts';
import { seen } from '../policy.ts';
import { revokeAcceptance } from '../revocation.ts';

const params = z.strictObject({ id: z.string().max(300) });

export const acceptances = [
  endpoint({
    method: 'get',
    path: '/api/v1/registers/acceptances/{id}/reading',
    tag: 'registers',
    summary: 'An acceptance with what was decided on as it was frozen, who decided, and how it ended.',
    allow: 'signedIn',
    params,
    output: AcceptanceReading,
    handle: async ({ api, caller, params }) => {
      const found = await seen(caller, 'acceptances', api.store, params.id);
      if (found === undefined) throw notFound();
      return acceptanceReading(api, caller, found);
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/registers/acceptances/{id}/revocation',
    tag: 'registers',
    summary: 'Revoke an acceptance, with a reason: it ends at once, and the decision is asked for again.',
    allow: 'signedIn',
    params,
    body: z.strictObject({ reason: Sentence, version: z.int().min(1) }),
    output: Acceptance,
    also: {
      403: 'Its owner, whoever approved it, the ISMS manager and top management revoke it.',
      409: 'It is not in force, or the version is stale.',
    },
    handle: async ({ api, caller, params, body, key }) => {
      const found = await seen(caller, 'acceptances', api.store, params.id);
      if (found === undefined) throw notFound();
      return revokeAcceptance(api, caller, found, { ...body, key });
    },
  }),
];
