import { queryOptions } from '@tanstack/react-query';
import type { Departure } from '../../../domain/records/departure.ts';
import type { DeparturePlan } from '../../../domain/records/departurePlan.ts';
import type { Colleague } from '../../../domain/records/names.ts';
import type { PersonDetail } from '../../../domain/records/personDetail.ts';
import { read, send } from './client.ts';

const path = (id: string) => `/people/${encodeURIComponent(id)}`;

export const person = (id: string) =>
  queryOptions({ queryKey: ['people', id], queryFn: ({ signal }) => read<PersonDetail>(path(id), {}, signal) });

/** Those who are here, to choose one of them. */
export const colleagues = (q: string) =>
  queryOptions({
    queryKey: ['colleagues', q],
    queryFn: ({ signal }) => read<{ items: Colleague[] }>('/colleagues', { q }, signal),
  });

const movingMs = 1_500;

/** The latest departure of a person who has one; asked for again while it is carried out. */
export const departure = (id: string) =>
  queryOptions({
    queryKey: ['departures', id],
    queryFn: ({ signal }) => read<Departure>(`${path(id)}/departure`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'moving' ? movingMs : false),
  });

export type Leaving = { to?: string | undefined; roles: 'move' | 'drop' };

/** What would move, and to whom. */
export const departurePlan = (id: string, leaving: Leaving) =>
  queryOptions({
    queryKey: ['departurePlans', id, leaving],
    queryFn: () => send<DeparturePlan>('POST', `${path(id)}/departure`, { ...leaving, preview: true }, crypto.randomUUID()),
  });
