import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Query } from './client.ts';
import { read } from './client.ts';
import { listOf, readOn } from './lists.ts';
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
    refetchInterval: 3 * liveMs,
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
