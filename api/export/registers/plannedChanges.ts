import type { Change } from '../../../domain/records/change.ts';
import type { Instant } from '../../../domain/records/common.ts';
import { day, rowByRow, titles, type Value, words } from '../values.ts';

const instant = (at: Instant | undefined): Value => (at === undefined ? undefined : { at });

/** Changes of the ISMS, to read and to evaluate; nothing imports them. */
export const changes = rowByRow({
  id: ({ id }: Change) => id,
  title: ({ title }) => title,
  status: ({ status }) => status,
  source: ({ source }) => source.kind,
  source_record: ({ source }) => source.subject,
  reason: ({ reason }) => reason,
  purpose: ({ purpose }) => purpose,
  requested_by: ({ requestedBy }, naming) => naming(requestedBy),
  touches: ({ touches = [] }) => words(touches),
  documents: ({ documents = [] }) => words(documents),
  consequences: ({ consequences }) => consequences,
  integrity: ({ integrity }) => integrity,
  resources: ({ resources }) => resources,
  responsibilities: ({ responsibilities }) => responsibilities,
  responsible: ({ responsible }, naming) => naming(responsible),
  size: ({ size }) => size,
  significant: ({ significant }) => significant,
  risks: ({ risks = [] }) => words(risks),
  risk_reviews: ({ reviews = [] }) => words(reviews),
  deferred_until: ({ deferredUntil }) => day(deferredUntil),
  approved_by: ({ approvedBy }, naming) => naming(approvedBy?.person),
  approved_at_utc: ({ approvedAt }) => instant(approvedAt),
  steps: ({ steps }) => steps,
  due: ({ due }) => day(due),
  communication: ({ communication }) => communication,
  fallback: ({ fallback }) => fallback,
  result: ({ result }) => result,
  implemented_at_utc: ({ implementedAt }) => instant(implementedAt),
  effects: ({ postReviews = [] }) => postReviews.at(-1)?.effects,
  unintended: ({ postReviews = [] }) => titles(postReviews.flatMap(({ unintended }) => unintended ?? [])),
  follow_up: ({ followUp = [] }) => titles(followUp.map(({ what, how }) => `${what}: ${how}`)),
  closed_at_utc: ({ closedAt }) => instant(closedAt),
  run: ({ run }) => run,
});
