import type { Proposal } from '../../../domain/records/nonconformity.ts';
import { rowByRow } from '../values.ts';

/** What processes have proposed and what became of it, to read and to evaluate; nothing imports it. */
export const proposals = rowByRow({
  id: ({ id }: Proposal) => id,
  process: ({ process }) => process,
  about: ({ about }) => about,
  reason: ({ reason }) => reason,
  to: ({ to }, naming) => naming(to),
  proposed_at_utc: ({ proposedAt }) => ({ at: proposedAt }),
  status: ({ status }) => status,
  answer: ({ answer }) => answer,
  run: ({ run }) => run,
});
