import { queryOptions } from '@tanstack/react-query';
import { type Query, read } from './client.ts';
import { liveMs } from './queries.ts';

type Page<T> = { items: T[]; next?: string };

const mostOnce = 500;

/** A register that is small by nature, such as the audits of some years, from its first record to its last. */
export const wholeOf = <T>(path: string, query: Query = {}) =>
  queryOptions({
    queryKey: ['whole', path, query],
    queryFn: async ({ signal }) => {
      const all: T[] = [];
      for (let cursor: string | undefined; ; ) {
        const { items, next } = await read<Page<T>>(path, { ...query, limit: mostOnce, cursor }, signal);
        all.push(...items);
        if (next === undefined) return all;
        cursor = next;
      }
    },
    refetchInterval: 3 * liveMs,
  });

/** One thing of the API, asked for again now and then. */
export const oneOf = <T>(path: string, query: Query = {}) =>
  queryOptions({ queryKey: ['one', path, query], queryFn: ({ signal }) => read<T>(path, query, signal), refetchInterval: liveMs });
