import { toInstant, toMs } from '../../domain/clock.ts';
import type { Instant } from '../../domain/records/common.ts';
import { endSessions } from '../../models/sessions.ts';
import type { Deps } from '../deps.ts';

const answersLastMs = 48 * 3_600_000;
const stagingLastsMs = 10 * 60_000;

const before = (at: Instant, ms: number): Instant => toInstant(toMs(at) - ms);

/** Removes what has served its time: links, stored answers, half-stored imports, and what people who have left were signed in by. `at` is real time. */
export async function tidy(
  { store, clock }: Deps,
  at: Instant,
): Promise<{ answers: number; links: number; sessions: number; staged: number }> {
  const left = (await store.people.find({ status: 'left' })).map(({ id }) => id);
  const expired = await store.links.remove({ expiresAt: { $lt: clock.toOrganization(at) } });
  return {
    answers: await store.answered.remove({ at: { $lt: before(at, answersLastMs) } }),
    links: expired + (await store.links.remove({ person: { $in: left } })),
    sessions: await endSessions(store, left),
    staged: await discardAbandoned({ store }, clock.toOrganization(before(at, stagingLastsMs))),
  };
}

/** An import whose storing was cut off has changed nothing yet, and keeps everybody from changing registers. */
async function discardAbandoned({ store }: Pick<Deps, 'store'>, since: Instant): Promise<number> {
  const abandoned = await store.imports.find({ state: 'staging', at: { $lt: since } });
  for (const { id } of abandoned) {
    await store.importPieces.remove({ import: id });
    await store.imports.remove({ id, state: 'staging' });
  }
  return abandoned.length;
}
