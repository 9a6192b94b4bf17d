import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Query } from '../../data/client.ts';
import { listOf, readOn } from '../../data/lists.ts';
import type { Column } from './columns.ts';
import { LongTable } from './LongTable.tsx';

type Props<T> = {
  path: string;
  query: Query;
  caption: string;
  columns: readonly Column<T>[];
  keyOf(row: T): string;
  total?: number;
  /** What stands here while there is nothing. */
  empty: ReactNode;
};

/** A list of the API as a table, read on as somebody scrolls; stands within a Suspense, so that another filter waits here alone. */
export function ServerTable<T>({ path, query, empty, ...table }: Props<T>) {
  const list = useSuspenseInfiniteQuery(listOf<T>(path, query));
  const rows = list.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <>{empty}</>;
  return <LongTable {...table} rows={rows} hasMore={list.hasNextPage} onMore={() => readOn(list)} />;
}
