import { queryOptions } from '@tanstack/react-query';
import type { Brief } from '../../../../domain/records/brief.ts';
import type { ManagementReview, ReviewDecision, ReviewInput } from '../../../../domain/records/managementReview.ts';
import type { Run } from '../../../../domain/records/run.ts';
import { Problem, read } from '../../data/client.ts';
import { everyOf, record } from '../../data/records.ts';

export const allReviews = everyOf<ManagementReview>('/registers/managementReviews');
export const allDecisions = everyOf<ReviewDecision>('/registers/reviewDecisions');
export const reviewOf = (id: string) => record<ManagementReview>(`/registers/managementReviews/${encodeURIComponent(id)}`);
export const inputsOf = (review: string) => everyOf<ReviewInput>('/registers/reviewInputs', { review });
export const decisionsOf = (review: string) => everyOf<ReviewDecision>('/registers/reviewDecisions', { review });

/** What was frozen as the pack. */
export const packOf = (id: string) =>
  queryOptions({
    queryKey: ['pack', id],
    queryFn: ({ signal }) => read<Brief>(`/managementReviews/${encodeURIComponent(id)}/pack`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

const noneYet = (failure: unknown): null => {
  if (failure instanceof Problem && failure.status === 404) return null;
  throw failure;
};

/** A run that a decision has started; null where this reader may not see it. */
export const startedRun = (id: string) =>
  queryOptions({ queryKey: ['run', id], queryFn: ({ signal }) => read<Run>(`/runs/${encodeURIComponent(id)}`, {}, signal).catch(noneYet) });

export const isOpen = ({ status }: Pick<ReviewDecision, 'status'>): boolean => status === 'decided' || status === 'accepted';
export const isLate = (decision: Pick<ReviewDecision, 'status' | 'due'>, today: string): boolean =>
  isOpen(decision) && decision.due < today;
