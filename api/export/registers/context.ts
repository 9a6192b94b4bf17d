import type { Instant } from '../../../domain/records/common.ts';
import type { InterestedParty, Issue, Requirement, Scope } from '../../../domain/records/context.ts';
import { day, rowByRow, type Value, words } from '../values.ts';

const instant = (at: Instant | undefined): Value => (at === undefined ? undefined : { at });

/** What is around the ISMS, and what it is for, to read and to evaluate; nothing imports them. */
export const issues = rowByRow({
  id: ({ id }: Issue) => id,
  kind: ({ kind }) => kind,
  name: ({ name }) => name,
  effect: ({ effect }) => effect,
  relevant: ({ relevant }) => relevant,
  status: ({ status }) => status,
  reviewed_on: ({ reviewedOn }) => day(reviewedOn),
});

export const interestedParties = rowByRow({
  id: ({ id }: InterestedParty) => id,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  expects: ({ expects }) => expects,
  status: ({ status }) => status,
  reviewed_on: ({ reviewedOn }) => day(reviewedOn),
});

export const requirements = rowByRow({
  id: ({ id }: Requirement) => id,
  party: ({ party }) => party,
  name: ({ name }) => name,
  source: ({ source }) => source,
  addressed: ({ addressed }) => addressed,
  controls: ({ controls }) => words(controls),
  reason: ({ reason }) => reason,
  status: ({ status }) => status,
  reviewed_on: ({ reviewedOn }) => day(reviewedOn),
});

/** Versions of the scope, and of the policy. */
const versions = rowByRow({
  id: ({ id }: Scope) => id,
  status: ({ status }) => status,
  text: ({ text }) => text,
  approved_by: ({ approvedBy }, naming) => naming(approvedBy?.person),
  approved_at_utc: ({ approvedAt }) => instant(approvedAt),
  run: ({ run }) => run,
});
export const scopes = versions;
export const policies = versions;
