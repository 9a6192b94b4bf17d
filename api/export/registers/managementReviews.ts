import type { Instant } from '../../../domain/records/common.ts';
import type { ManagementReview, ReviewDecision, ReviewInput } from '../../../domain/records/managementReview.ts';
import { day, rowByRow, type Value, words } from '../values.ts';

const instant = (at: Instant | undefined): Value => (at === undefined ? undefined : { at });

/** Management reviews with their inputs and decisions, to read and to evaluate; nothing imports them. */
export const managementReviews = rowByRow({
  id: ({ id }: ManagementReview) => id,
  period: ({ period }) => period,
  status: ({ status }) => status,
  since: ({ since }) => day(since),
  day: ({ day: on }) => day(on),
  held_on: ({ heldOn }) => day(heldOn),
  participants: ({ participants }, naming) => words(participants.map((one) => naming(one) ?? '')),
  attended: ({ attended }, naming) => words(attended.map((one) => naming(one) ?? '')),
  suitable: ({ suitable }) => suitable,
  adequate: ({ adequate }) => adequate,
  effective: ({ effective }) => effective,
  minutes: ({ minutes }) => minutes,
  no_improvement: ({ noImprovement }) => noImprovement,
  no_change: ({ noChange }) => noChange,
  approved_by: ({ approvedBy }, naming) => naming(approvedBy?.person),
  approved_at_utc: ({ approvedAt }) => instant(approvedAt),
  closed_at_utc: ({ closedAt }) => instant(closedAt),
  run: ({ run }) => run,
});

export const reviewInputs = rowByRow({
  id: ({ id }: ReviewInput) => id,
  review: ({ review }) => review,
  line: ({ line }) => line,
  title: ({ title }) => title,
  owner: ({ owner }, naming) => naming(owner),
  says: ({ says }) => says,
  text: ({ text }) => text,
  delivered_at_utc: ({ deliveredAt }) => instant(deliveredAt),
});

export const reviewDecisions = rowByRow({
  id: ({ id }: ReviewDecision) => id,
  review: ({ review }) => review,
  kind: ({ kind }) => kind,
  text: ({ text }) => text,
  owner: ({ owner }, naming) => naming(owner),
  due: ({ due }) => day(due),
  starts: ({ starts }) => starts,
  started: ({ started }) => started,
  reason: ({ reason }) => reason,
  status: ({ status }) => status,
  result: ({ result }) => result,
  done_at_utc: ({ doneAt }) => instant(doneAt),
});
