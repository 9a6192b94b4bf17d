import { queryOptions } from '@tanstack/react-query';
import type { Duty, ProcessMapShown, ProcessShown } from '../../../domain/records/processShown.ts';
import { type Query, read } from './client.ts';

/** What a definition says changes with the product only. */
const longMs = 300_000;

export const processMap = queryOptions({
  queryKey: ['processes', 'map'],
  queryFn: ({ signal }) => read<ProcessMapShown>('/processes/map', {}, signal),
  staleTime: longMs,
});

export const oneProcess = (key: string) =>
  queryOptions({
    queryKey: ['processes', 'one', key],
    queryFn: ({ signal }) => read<ProcessShown>(`/processes/${encodeURIComponent(key)}`, {}, signal),
    staleTime: longMs,
  });

/** Who has to do what, narrowed to one process, role or person. */
export const duties = (wanted: Query = {}) =>
  queryOptions({
    queryKey: ['duties', wanted],
    queryFn: ({ signal }) => read<{ items: Duty[] }>('/responsibilities', wanted, signal),
  });
