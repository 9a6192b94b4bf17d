import { z } from 'zod';
import { Acceptance } from '../../domain/records/acceptance.ts';
import { Sentence } from '../../domain/records/common.ts';
import { notFound, Refusal } from '../../domain/refusal.ts';
import { changeRecord } from '../../models/registers.ts';
import { refuseUnlessPresent } from '../callers.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf, type Caller, seen } from '../policy.ts';

const mayRevoke = ({ id, roles }: Caller, { owner, decidedBy }: Acceptance): boolean =>
  id === owner || id === decidedBy?.person || roles.includes('ismsManager') || roles.includes('topManagement');

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
    handle: async ({ api: { store, clock }, caller, params, body, key }) => {
      const found = await seen(caller, 'acceptances', store, params.id);
      if (found === undefined) throw notFound();
      if (!mayRevoke(caller, found))
        throw new Refusal(403, 'notYours', 'This acceptance is revoked by its owner, its approver or the ISMS manager.');
      refuseUnlessPresent(caller);
      if (found.state !== 'accepted') throw new Refusal(409, 'closed', `The acceptance is ${found.state}.`);
      return changeRecord(store, {
        ...{ register: 'acceptances', id: found.id, version: body.version, set: { state: 'revoked' }, at: clock.now() },
        ...{ actor: actorOf(caller), event: 'revoked', key, why: body.reason },
      });
    },
  }),
];
