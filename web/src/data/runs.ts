import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Numbers } from '../../../api/numbers.ts';
import type { Preview, Simulation } from '../../../domain/records/preview.ts';
import type { Run } from '../../../domain/records/run.ts';
import type { ScheduleDetail } from '../../../domain/records/schedule.ts';
import type { RowStanding, TimeLine } from '../../../domain/records/timeLine.ts';
import type { YearCalendar } from '../../../domain/records/yearCalendar.ts';
import { ask, type Query, read } from './client.ts';
import { listOf } from './lists.ts';
import type { Process } from './process.ts';
import { liveMs } from './queries.ts';

const longMs = 600_000;

/** Processes change with the product only. */
export const processes = queryOptions({
  queryKey: ['processes'],
  queryFn: ({ signal }) => read<{ items: Process[] }>('/processes', {}, signal),
  staleTime: longMs,
});

export type RunLine = Run & { numbers?: Numbers };

export const runsOf = (query: Query) => listOf<RunLine>('/runs', { ...query, numbers: 'true' });

const mostOpen = 500;

/** All that are open, to say how many they are. */
export const openRuns = queryOptions({
  queryKey: ['runs', 'open'],
  queryFn: ({ signal }) => read<{ items: Run[]; next?: string }>('/runs', { status: 'open', limit: mostOpen }, signal),
  refetchInterval: liveMs,
});

/** The first ones soon, those behind them seldom: each page is worked out from all tasks of the run. */
const rowsAtOnce = { first: 100, next: 250 };

/** A run with its rows, page after page. Only a short one is asked for again by itself. */
export const timeLineOf = (run: string, standing: RowStanding | undefined) =>
  infiniteQueryOptions({
    queryKey: ['timeLine', run, standing ?? ''],
    queryFn: ({ pageParam, signal }) =>
      read<TimeLine>(
        `/runs/${encodeURIComponent(run)}/timeLine`,
        { cursor: pageParam, standing, limit: pageParam === undefined ? rowsAtOnce.first : rowsAtOnce.next },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= 1 ? liveMs : false),
  });

/** Asked for again whenever it is looked at: it says what would happen now. */
export const previewOf = (process: string, subject: Record<string, string>) =>
  queryOptions({
    queryKey: ['preview', process, subject],
    queryFn: ({ signal }) => ask<Preview>(`/processes/${encodeURIComponent(process)}/preview`, { subject }, signal),
    staleTime: 0,
  });

export const simulationOf = (year: number, limit: number) =>
  queryOptions({
    queryKey: ['simulation', year, limit],
    queryFn: ({ signal }) => ask<Simulation>('/simulation', { year, limit }, signal),
    staleTime: longMs,
  });

export const schedules = queryOptions({
  queryKey: ['schedules'],
  queryFn: ({ signal }) => read<{ items: ScheduleDetail[] }>('/schedules', {}, signal),
  refetchInterval: liveMs,
});

export const yearCalendarOf = (year: number | undefined) =>
  queryOptions({
    queryKey: ['yearCalendar', year ?? ''],
    queryFn: ({ signal }) => read<YearCalendar>('/yearCalendar', { year }, signal),
    refetchInterval: liveMs,
  });
