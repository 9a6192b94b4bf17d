import { queryOptions } from '@tanstack/react-query';
import type { Health } from '../../../domain/records/health.ts';
import type { Import } from '../../../domain/records/import.ts';
import type { MailState } from '../../../domain/records/mailState.ts';
import type { RiskCriteria } from '../../../domain/records/riskCriteria.ts';
import type { Settings } from '../../../domain/records/settings.ts';
import { read } from './client.ts';
import { liveMs } from './queries.ts';

export const settings = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => read<Settings>('/settings', {}, signal),
});

/** The criteria in force: the newest. */
export const criteriaInForce = queryOptions({
  queryKey: ['riskCriteria'],
  queryFn: async ({ signal }) => {
    const { items } = await read<{ items: RiskCriteria[] }>('/registers/riskCriteria', { limit: 500 }, signal);
    const [newest] = items.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt) || other.id.localeCompare(one.id));
    if (newest === undefined) throw new Error('there are no risk criteria');
    return newest;
  },
});

/** Everything that an operator would look at; it takes a while, so it is not asked for by itself again. */
export const health = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => read<Health>('/health', {}, signal),
  staleTime: 60_000,
});

export const mailState = queryOptions({
  queryKey: ['mail'],
  queryFn: ({ signal }) => read<MailState>('/mail', {}, signal),
  refetchInterval: liveMs,
});

const applyingMs = 700;

/** An import on its way into the register, asked for until it is there. */
export const importOf = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => read<Import>(`/imports/${encodeURIComponent(id)}`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'applied' ? false : applyingMs),
  });
