import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { Role } from '../../../domain/records/common.ts';
import type { Dashboard } from '../../../domain/records/dashboard.ts';
import type { TaskLine } from '../../../domain/records/taskLine.ts';
import { Problem, read } from './client.ts';

/** What is open is asked for again now and then, so that a page left open is not yesterday's. */
export const liveMs = 20_000;
const mostTries = 3;

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays one; whoever is away may be back.
      retry: (tries, failure) => tries < mostTries && !(failure instanceof Problem && failure.status < 500),
    },
  },
});

export type Who = {
  person: string;
  name: string;
  email: string;
  roles: Role[];
  language: 'en' | 'de';
  site: string;
  zone: string;
  today: string;
};

export const session = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => read<Who>('/session', {}, signal),
  staleTime: 60_000,
});

export const dashboard = queryOptions({
  queryKey: ['dashboard'],
  queryFn: ({ signal }) => read<Dashboard>('/dashboard', {}, signal),
  refetchInterval: liveMs,
});

export const myTasks = queryOptions({
  queryKey: ['tasks', 'mine'],
  queryFn: ({ signal }) => read<{ items: TaskLine[]; next?: string }>('/tasks', { assignee: 'me', status: 'open', limit: 500 }, signal),
  refetchInterval: liveMs,
});
