import { keepPreviousData, queryOptions, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import type { Query } from './client.ts';
import { read } from './client.ts';
import { listOf, readOn } from './lists.ts';
import { nameOf } from './names.ts';
import { liveMs } from './queries.ts';

type Page<T> = { items: T[]; next?: string };

/** What one address of the API says. */
export const record = <T>(path: string, query: Query = {}) =>
  queryOptions({ queryKey: ['record', path, query], queryFn: ({ signal }) => read<T>(path, query, signal), refetchInterval: liveMs });

const atOnce = 500;

/** All of a list that stays short by its nature, such as the interested parties. Long ones are a `listOf`. */
export const everyOf = <T>(path: string, query: Query = {}) =>
  queryOptions({
    queryKey: ['every', path, query],
    queryFn: async ({ signal }) => {
      const items: T[] = [];
      let cursor: string | undefined;
      do {
        const page: Page<T> = await read<Page<T>>(path, { ...query, limit: atOnce, cursor }, signal);
        items.push(...page.items);
        cursor = page.next;
      } while (cursor !== undefined);
      return items;
    },
    refetchInterval: liveMs,
  });

/** Only a first answer that fails is a failure of the page: what is shown already stays. */
const onlyTheFirst = (_failure: Error, { state }: { state: { data: unknown } }): boolean => state.data === undefined;

/** What an address says, with what it said before while the query changes; undefined until it has said anything. */
export function useAnswer<T>(path: string, query: Query): T | undefined {
  return useQuery({ ...record<T>(path, query), placeholderData: keepPreviousData, throwOnError: onlyTheFirst }).data;
}

/** Rows of a long list, those of before while the query changes. */
export function useRows<T>(path: string, query: Query) {
  const list = useInfiniteQuery({ ...listOf<T>(path, query), placeholderData: keepPreviousData, throwOnError: onlyTheFirst });
  return {
    rows: list.data?.pages.flatMap(({ items }) => items),
    hasMore: list.hasNextPage && !list.isPlaceholderData,
    onMore: () => readOn(list),
  };
}

/** What people are called; nothing while nobody has said. The engine is nobody's name. */
export function useNames(ids: readonly (string | undefined)[]): (id: string | undefined) => string {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  const names = useQueries({ queries: wanted.map(nameOf) });
  const known = new Map(wanted.map((id, n) => [id, names[n]?.data]));
  return (id) => (id === undefined || known.get(id) === id ? '' : (known.get(id) ?? ''));
}

type Titles = { processes: { key: string; title: { en: string; de: string } }[] };

/** What the processes are called. */
export const processTitles = queryOptions({
  queryKey: ['processTitles'],
  queryFn: ({ signal }) => read<Titles>('/processes/map', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});
