import type { z } from 'zod';
import { pageAnswer } from './answers.ts';
import type { Client } from './client.ts';

type Query = Record<string, string | undefined>;
const largestPage = 500;

/** The first `limit` entries of a list, page by page, and the cursor of what comes after them, if anything does. */
export async function firstOf<T extends z.ZodType>(
  client: Client,
  path: string,
  item: T,
  query: Query,
  limit: number,
): Promise<{ items: z.output<T>[]; next?: string }> {
  const items: z.output<T>[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await client.get(path, pageAnswer(item), { ...query, cursor, limit: String(Math.min(limit - items.length, largestPage)) });
    items.push(...(page.items as z.output<T>[]));
    cursor = page.next as string | undefined;
    if (cursor === undefined) return { items };
    if (items.length >= limit) return { items, next: cursor };
  }
}
