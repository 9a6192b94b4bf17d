import { InputLine, type ManagementReview, type ReviewInput } from '../domain/records/managementReview.ts';
import type { Run } from '../domain/records/run.ts';
import type { Findings } from '../domain/rules/gates.ts';
import type { Store } from './store.ts';

/** Whether the line is there, in words or expressly as nothing. */
export const isSaid = ({ says, text = '' }: Pick<ReviewInput, 'says' | 'text'>): boolean =>
  says === 'nothing' || (says === 'content' && text !== '');

/** Who of these leads the organization. */
export async function leadersAmong(store: Store, people: readonly string[]): Promise<string[]> {
  const found = await store.people.find({ id: { $in: [...people] }, 'roles.role': 'topManagement' });
  return found.map(({ id }) => id);
}

/** Whether objectives can be set for this period: one run of them, which must not be over. */
export async function mayBeSet(store: Store, period: string): Promise<boolean> {
  const [last] = await store.runs.find({ process: 'objectives', key: period }, { sort: { attempt: -1 }, limit: 1 });
  return last === undefined || last.status !== 'closed';
}

type Decided = Pick<ManagementReview, 'decisions' | 'noImprovement' | 'noChange'>;

/** The kinds of 9.3.3 about which nothing is said: neither a decision nor why there is none. */
export function kindsMissing({ decisions, noImprovement = '', noChange = '' }: Decided): ('improvement' | 'ismsChange')[] {
  const has = (kind: string) => decisions.some((one) => one.kind === kind);
  return [
    ...(has('improvement') || noImprovement !== '' ? [] : (['improvement'] as const)),
    ...(has('ismsChange') || noChange !== '' ? [] : (['ismsChange'] as const)),
  ];
}

/** G11: the ten lines, somebody who leads the organization took part, and both kinds of decision. */
export async function heldRightly(store: Store, { id }: Run): Promise<Findings> {
  const review = await store.managementReviews.first({ run: id });
  if (review === undefined) return { of: 0, broken: [] };
  const inputs = await store.reviewInputs.find({ review: review.id });
  const silent = InputLine.options.filter((line) => !inputs.some((input) => input.line === line && isSaid(input)));
  const leaders = await leadersAmong(store, review.attended);
  return {
    of: InputLine.options.length + 3,
    broken: [
      ...silent.map((line) => `${review.id} input ${line}`),
      ...(leaders.length > 0 ? [] : [`${review.id} attendance`]),
      ...kindsMissing(review).map((kind) => `${review.id} ${kind}`),
    ],
  };
}
