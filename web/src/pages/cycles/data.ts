import { queryOptions } from '@tanstack/react-query';
import type { Cycle, CycleProgress, PhaseReport } from '../../../../domain/records/cycle.ts';
import type { TaskLine } from '../../../../domain/records/taskLine.ts';
import { read } from '../../data/client.ts';
import { everyOf, record } from '../../data/records.ts';

export const allCycles = everyOf<Cycle>('/registers/cycles');
export const cycleOf = (id: string) => record<Cycle>(`/registers/cycles/${encodeURIComponent(id)}`);
export const progressOf = (id: string) => record<CycleProgress>(`/cycles/${encodeURIComponent(id)}/progress`);

/** What is asked now in the run of a cycle: its plan, or its approval. */
export const askedIn = (run: string | undefined) =>
  queryOptions({
    queryKey: ['tasks', 'asked', run ?? ''],
    queryFn: async ({ signal }) =>
      run === undefined ? [] : (await read<{ items: TaskLine[] }>('/tasks', { run, status: 'open', limit: 10 }, signal)).items,
  });

export type Planned = CycleProgress['planned'][number];
export type Standing = Planned['standing'];

/** What becomes of a planned run, in the order in which it is drawn. */
export const standings = [
  ...(['onTime', 'late', 'incomplete', 'open', 'missing'] as const),
  ...(['cancelled', 'waived', 'notNeeded', 'ahead'] as const),
] satisfies readonly (Standing & keyof PhaseReport)[];
