import type { Instant } from '../../../domain/records/common.ts';
import type { InterestedParty, Issue, Requirement, Scope } from '../../../domain/records/context.ts';
import type { PartyColumn } from '../../import/interestedParties.ts';
import type { IssueColumn } from '../../import/issues.ts';
import type { RequirementColumn } from '../../import/requirements.ts';
import { day, rowByRow, titles, type Value } from '../values.ts';

const instant = (at: Instant | undefined): Value => (at === undefined ? undefined : { at });

/** What is around the ISMS, as an import reads it. */
export const issues = rowByRow<Issue, IssueColumn>({
  reference: ({ id }) => id,
  kind: ({ kind }) => kind,
  name: ({ name }) => name,
  effect: ({ effect }) => effect,
  relevant: ({ relevant }) => relevant,
  status: ({ status }) => status,
  reviewed_on: ({ reviewedOn }) => day(reviewedOn),
});

export const interestedParties = rowByRow<InterestedParty, PartyColumn>({
  reference: ({ id }) => id,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  expects: ({ expects }) => expects,
  status: ({ status }) => status,
  reviewed_on: ({ reviewedOn }) => day(reviewedOn),
});

export const requirements = rowByRow<Requirement, RequirementColumn>({
  reference: ({ id }) => id,
  party: ({ party }) => party,
  name: ({ name }) => name,
  source: ({ source }) => source,
  addressed: ({ addressed }) => addressed,
  controls: ({ controls }) => titles(controls),
  reason: ({ reason }) => reason,
  status: ({ status }) => status,
  reviewed_on: ({ reviewedOn }) => day(reviewedOn),
});

/** Versions of the scope, and of the policy, to read and to evaluate; nothing imports them. */
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
