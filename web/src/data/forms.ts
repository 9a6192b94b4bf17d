import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Form } from '../../../domain/records/reading.ts';
import { read } from './client.ts';

type Wanted = { process?: string; run?: string; task?: string };

const atOnce = 25;

/** What this reader may answer, in steps of 25. Nothing changes on a page while somebody fills it in; opened again, it is asked for anew. */
export const formsOf = (wanted: Wanted) =>
  infiniteQueryOptions({
    queryKey: ['forms', wanted],
    queryFn: ({ pageParam, signal }) =>
      read<{ items: Form[]; next?: string; total?: number }>('/forms', { ...wanted, limit: atOnce, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    ...{ gcTime: 0, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, refetchOnReconnect: false },
  });
