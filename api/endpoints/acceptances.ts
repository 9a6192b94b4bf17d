import { z } from 'zod';
import { Acceptance } from '../../domain/records/acceptance.ts';
import { Sentence } from '../../domain/records/common.ts';
import { notFound } from '../../domain/refusal.ts';
import { endpoint } from '../endpoint.ts';
import { seen } from '../policy.ts';
import { revokeAcceptance } from '../revocation.ts';

export const acceptances = [
  endpoint({
    method: 'post',
    path: '/api/v1/registers/acceptances/{id}/revocation',
    tag: 'registers',
    summary: 'Revoke an acceptance, with a reason: it ends at once, and the decision is asked for again.',
    allow: 'signedIn',
    params: z.strictObject({ id: z.string().max(300) }),
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
