import { queryOptions } from '@tanstack/react-query';
import type { SearchResults } from '../../../domain/records/search.ts';
import { read } from './client.ts';

/** Fewer letters find everything. */
export const fewestLetters = 2;

/** Records of all kinds that may be read: so many of each. */
export const searchFor = (q: string, limit: number) =>
  queryOptions({
    queryKey: ['search', q, limit],
    queryFn: ({ signal }) => read<SearchResults>('/search', { q, limit }, signal),
    enabled: q.length >= fewestLetters,
  });
