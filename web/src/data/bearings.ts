import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Bearings } from '../../../domain/records/bearings.ts';
import { read } from './client.ts';
import { liveMs } from './queries.ts';

const bearings = queryOptions({
  queryKey: ['today'],
  queryFn: ({ signal }) => read<Bearings>('/today', {}, signal),
  staleTime: liveMs,
  refetchInterval: 3 * liveMs,
});

/** What day it is in the organization, and the zone in which instants are read. */
export const useBearings = (): Bearings => useSuspenseQuery(bearings).data;
