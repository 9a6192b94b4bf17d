import { QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import type { Role } from '../../../domain/records/common.ts';
import type { Dashboard, OpenNow } from '../../../domain/records/dashboard.ts';
import type { TaskLine } from '../../../domain/records/taskLine.ts';
import { Problem, read, signIn } from './client.ts';
import { signInOver } from './signInOver.ts';

/** What is open is asked for again now and then, so that a page left open is not yesterday's. */
export const liveMs = 20_000;
const mostTries = 3;

/**
 * Whoever is not signed in and sees nothing yet is led to the sign-in. A page that is there already stays, with what somebody has typed into it, and says
 * that the sign-in has ended.
 */
function onRefused(failure: Error, { state }: { state: { data: unknown } }): void {
  if (!(failure instanceof Problem) || failure.status !== 401) return;
  if (state.data === undefined) signIn();
  else signInOver.set(true);
}

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: onRefused, onSuccess: () => signInOver.set(false) }),
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

export const openNow = queryOptions({
  queryKey: ['openNow'],
  queryFn: ({ signal }) => read<OpenNow>('/openNow', {}, signal),
  refetchInterval: 60_000,
});

export const myTasks = queryOptions({
  queryKey: ['tasks', 'mine'],
  queryFn: ({ signal }) => read<{ items: TaskLine[]; next?: string }>('/tasks', { assignee: 'me', status: 'open', limit: 500 }, signal),
  refetchInterval: liveMs,
});
