import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { TaskReading, WordsOfTask } from '../../../domain/records/reading.ts';
import type { TaskDetail } from '../../../domain/records/taskDetail.ts';
import type { TaskNumbers } from '../../../domain/records/taskLine.ts';
import { read } from './client.ts';
import { liveMs } from './queries.ts';

const pathOf = (id: string): string => `/tasks/${encodeURIComponent(id)}`;

/** A page on which somebody types does not change under their hands: it is read again when something was sent. */
const asOpened = { refetchOnWindowFocus: false, refetchOnReconnect: false };

export const taskOf = (id: string) =>
  queryOptions({ queryKey: ['task', id, 'detail'], queryFn: ({ signal }) => read<TaskDetail>(pathOf(id), {}, signal), ...asOpened });

export const readingOf = (id: string) =>
  queryOptions({
    queryKey: ['task', id, 'reading'],
    queryFn: ({ signal }) => read<TaskReading>(`${pathOf(id)}/reading`, {}, signal),
    ...asOpened,
  });

/** How many are open, and how many of them late. */
export const taskNumbers = queryOptions({
  queryKey: ['tasks', 'numbers'],
  queryFn: ({ signal }) => read<TaskNumbers>('/tasks/numbers', {}, signal),
  refetchInterval: 3 * liveMs,
});

/** What the definition says of a task; it stays the same while the product runs. */
export const wordsOf = (process: string, task: string) =>
  queryOptions({
    queryKey: ['words', process, task],
    queryFn: ({ signal }) => read<WordsOfTask>(`/processes/${encodeURIComponent(process)}/tasks/${encodeURIComponent(task)}`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Whatever shows how tasks stand is read again, but for forms that somebody is filling in. */
export const changed = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'forms' && first !== 'words' && first !== 'session' });
