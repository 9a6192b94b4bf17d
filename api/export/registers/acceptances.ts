import type { Acceptance } from '../../../domain/records/acceptance.ts';
import type { Instant } from '../../../domain/records/common.ts';
import { day, rowByRow, type Value } from '../values.ts';

const instant = (at: Instant | undefined): Value => (at === undefined ? undefined : { at });

/** Decisions to retain a risk, with the level that was accepted, to read and to evaluate; nothing imports them. */
export const acceptances = rowByRow({
  id: ({ id }: Acceptance) => id,
  risk: ({ risk }) => risk,
  state: ({ state }) => state,
  owner: ({ owner }, naming) => naming(owner),
  likelihood: ({ snapshot }) => snapshot.levels.likelihood,
  consequence: ({ snapshot }) => snapshot.levels.consequence,
  band: ({ snapshot }) => snapshot.band,
  authority: ({ authority }) => authority,
  justification: ({ justification }) => justification,
  measures: ({ measures }) => measures,
  requested_by: ({ requestedBy }, naming) => naming(requestedBy?.person),
  requested_at_utc: ({ requestedAt }) => instant(requestedAt),
  decided_by: ({ decidedBy }, naming) => naming(decidedBy?.person),
  decided_at_utc: ({ decidedAt }) => instant(decidedAt),
  decision: ({ decision }) => decision,
  valid_until: ({ validUntil }) => day(validUntil),
  ended_at_utc: ({ endedAt }) => instant(endedAt),
  ended_because: ({ endedBecause }) => endedBecause,
  run: ({ run }) => run,
});
