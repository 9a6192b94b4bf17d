import type { Acceptance } from '../domain/records/acceptance.ts';
import type { Instant } from '../domain/records/common.ts';
import type { AcceptanceReading } from '../domain/records/reading.ts';
import type { Store } from '../models/store.ts';
import type { Api } from './deps.ts';
import type { Caller } from './policy.ts';
import { frozenFacts } from './reading/frozenFacts.ts';
import { spoken } from './spokenTrail.ts';
import { peopleById } from './taskLines.ts';

type Ending = Pick<AcceptanceReading, 'decided' | 'revoked' | 'because'>;

/** An acceptance as somebody reads it who may see it. */
export const acceptanceReading = async (api: Api, caller: Caller, acceptance: Acceptance): Promise<AcceptanceReading> => ({
  ...{ acceptance, facts: await frozenFacts(api, caller.id, acceptance) },
  ...(await endingOf(api.store, acceptance)),
});

/** Who decided, and how it ended, as its chain holds it. */
export async function endingOf(store: Store, acceptance: Acceptance): Promise<Ending> {
  const { id, endedBecause, state } = acceptance;
  const revoked = state === 'revoked' ? (await spoken(store, `acceptances/${id}`)).findLast(({ event }) => event === 'revoked') : undefined;
  const decided = state === 'asked' ? undefined : decisionOn(acceptance);
  const people = await peopleById({ store }, [decided?.by ?? '', revoked?.actor.person ?? '']);
  const nameOf = (person: string) => people.get(person)?.name ?? person;
  return {
    ...(decided !== undefined && { decided: { name: nameOf(decided.by), at: decided.at, reason: decided.reason } }),
    ...(revoked !== undefined && { revoked: { name: nameOf(revoked.actor.person), at: revoked.at, reason: revoked.texts.why ?? '' } }),
    ...(state === 'ended' && { because: becauseOf(endedBecause) }),
  };
}

/** What the authority decided, and why; where that is the owner, what they asked for is the decision. */
function decisionOn(acceptance: Acceptance): { by: string; at: Instant; reason: string } | undefined {
  const { authority, requestedBy, requestedAt, justification, decidedBy, decidedAt, decision } = acceptance;
  const [by, at, reason] =
    authority === 'riskOwner' ? [requestedBy, requestedAt, justification] : ([decidedBy, decidedAt, decision] as const);
  return by === undefined || at === undefined ? undefined : { by: by.person, at, reason: reason ?? '' };
}

function becauseOf(endedBecause: string | undefined): NonNullable<Ending['because']> {
  if (endedBecause === 'expired' || endedBecause === 'undecided') return endedBecause;
  return endedBecause === 'ended' ? 'cancelled' : 'changed';
}
