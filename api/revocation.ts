import type { Acceptance } from '../domain/records/acceptance.ts';
import { Refusal } from '../domain/refusal.ts';
import { changeRecord } from '../models/registers.ts';
import { refuseUnlessPresent } from './callers.ts';
import type { Api } from './deps.ts';
import { actorOf, type Caller } from './policy.ts';

/** Its owner, whoever approved it, the ISMS manager and top management. */
export const mayRevoke = ({ id, roles }: Caller, { owner, decidedBy }: Acceptance): boolean =>
  id === owner || id === decidedBy?.person || roles.includes('ismsManager') || roles.includes('topManagement');

/**
 * Revokes an acceptance that is in force: it ends at once, and the decision is asked for again.
 * @throws Refusal 403 `notYours`, `needsLogin`, `signInAgain`; 409 `closed`, `stale`
 */
export async function revokeAcceptance(
  { store, clock }: Api,
  caller: Caller,
  acceptance: Acceptance,
  { reason, version, key }: { reason: string; version: number; key: string },
): Promise<Acceptance> {
  if (!mayRevoke(caller, acceptance))
    throw new Refusal(403, 'notYours', 'This acceptance is revoked by its owner, its approver or the ISMS manager.');
  refuseUnlessPresent(caller);
  if (acceptance.state !== 'accepted') throw new Refusal(409, 'closed', `The acceptance is ${acceptance.state}.`);
  return changeRecord(store, {
    ...{ register: 'acceptances', id: acceptance.id, version, set: { state: 'revoked' }, at: clock.now() },
    ...{ actor: actorOf(caller), event: 'revoked', key, why: reason },
  });
}
