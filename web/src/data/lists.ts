import { infiniteQueryOptions } from '@tanstack/react-query';
import { type Query, read } from './client.ts';
import { liveMs } from './queries.ts';

type Page<T> = { items: T[]; next?: string };

/** A list that has been read this far is asked for again as a whole; a longer one only when somebody comes back to it. */
const mostLivePages = 2;

type Reading = { isFetchingNextPage: boolean; fetchNextPage(): unknown };

/** Reads the next page, unless that is being done: whoever scrolls to and fro does not begin it anew. */
export const readOn = ({ isFetchingNextPage, fetchNextPage }: Reading): void => {
  if (!isFetchingNextPage) void fetchNextPage();
};

/** A list of the API, page after page in its order. A change of `query` is another list. */
export const listOf = <T>(path: string, query: Query = {}) =>
  infiniteQueryOptions({
    queryKey: ['list', path, query],
    queryFn: ({ pageParam, signal }) => read<Page<T>>(path, { ...query, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= mostLivePages ? liveMs : false),
  });
