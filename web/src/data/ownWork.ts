import { queryOptions } from '@tanstack/react-query';
import type { TaskLine } from '../../../domain/records/taskLine.ts';
import type { YearAhead } from '../../../domain/records/yearAhead.ts';
import { read } from './client.ts';
import { liveMs } from './queries.ts';

const shownLately = 8;

/** What was asked of the reader and is closed, the last first. */
export const closedLately = queryOptions({
  queryKey: ['tasks', 'closedLately'],
  queryFn: ({ signal }) => read<{ items: TaskLine[] }>('/closedTasks', { limit: shownLately }, signal),
  refetchInterval: liveMs,
});

const longMs = 300_000;

/** What the schedules are going to ask of the reader: it changes with days and registers, not with minutes. */
export const yearAhead = queryOptions({
  queryKey: ['yearAhead'],
  queryFn: ({ signal }) => read<YearAhead>('/yearAhead', {}, signal),
  staleTime: longMs,
});
