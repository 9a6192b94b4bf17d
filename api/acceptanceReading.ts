import type { Acceptance } from '../domain/records/acceptance.ts';
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
export async function endingOf(store: Store, { id, decidedBy, decidedAt, decision, endedBecause, state }: Acceptance): Promise<Ending> {
  const revoked = state === 'revoked' ? (await spoken(store, `acceptances/${id}`)).findLast(({ event }) => event === 'revoked') : undefined;
  const people = await peopleById({ store }, [decidedBy?.person ?? '', revoked?.actor.person ?? '']);
  const nameOf = (person: string) => people.get(person)?.name ?? person;
  const isDecided = state !== 'asked' && decidedBy !== undefined && decidedAt !== undefined;
  return {
    ...(isDecided && { decided: { name: nameOf(decidedBy.person), at: decidedAt, reason: decision ?? '' } }),
    ...(revoked !== undefined && { revoked: { name: nameOf(revoked.actor.person), at: revoked.at, reason: revoked.texts.why ?? '' } }),
    ...(state === 'ended' && { because: becauseOf(endedBecause) }),
  };
}

function becauseOf(endedBecause: string | undefined): NonNullable<Ending['because']> {
  if (endedBecause === 'expired' || endedBecause === 'undecided') return endedBecause;
  return endedBecause === 'ended' ? 'cancelled' : 'changed';
}
