import type { Nonconformity } from '../../../domain/records/nonconformity.ts';
import { rowByRow } from '../values.ts';

/** Nonconformities, to read and to evaluate; nothing imports them. */
export const nonconformities = rowByRow({
  id: ({ id }: Nonconformity) => id,
  title: ({ title }) => title,
  status: ({ status }) => status,
  owner: ({ owner }, naming) => naming(owner),
  proposed_at_utc: ({ proposedAt }) => ({ at: proposedAt }),
  source: ({ source }) => source.kind,
  run: ({ source }) => source.run,
  task: ({ source }) => source.task,
  subject: ({ source }) => source.subject,
});
