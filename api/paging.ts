import { z } from 'zod';
import { Instant } from '../domain/records/common.ts';
import { Refusal } from '../domain/refusal.ts';
import { findAny } from '../models/anyOf.ts';
import type { Collection, Filter } from '../models/collection.ts';
import { allOf } from '../models/filter.ts';
import { firstInOrder } from '../models/inOrder.ts';

/** Query of every list. */
export const pageQuery = {
  cursor: z.string().max(500).optional().meta({ description: 'Where the page before ended: its `next`.' }),
  limit: z
    .string()
    .regex(/^\d{1,4}$/, 'a number from 1 to 500')
    .transform(Number)
    .pipe(z.int().min(1).max(500))
    .optional()
    .meta({ description: 'How many at most, 1 to 500; 100 unless said.' }),
};

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().optional().meta({ description: 'The cursor of the next page; missing on the last.' }),
  });

/** Fields that lists are ordered by, and what a cursor may say about each. */
const sorted = {
  _id: z.string(),
  name: z.string(),
  openedAt: Instant,
  publishedAt: Instant,
  askedAt: Instant,
  due: Instant,
  at: Instant,
  closedAt: Instant,
  seq: z.int(),
};
/** `around`, where a filter may match many: since when there are records, and what time it is. */
type Sort = { field: keyof typeof sorted } & (
  | { direction: 1; around?: { since: Instant; now: Instant } }
  | { direction: -1; around?: never }
);
type Asked = { cursor?: string | undefined; limit?: number | undefined };

type Cursor = [value: string | number, id: string];

const encode = (value: unknown, id: string): string => Buffer.from(JSON.stringify([value, id])).toString('base64url');

function decode(cursor: string, { field }: Sort): Cursor {
  try {
    return z.tuple([sorted[field], z.string()]).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new Refusal(400, 'invalid', 'The cursor is not one of ours.', [{ path: 'cursor', message: 'is not one of ours' }]);
  }
}

/**
 * Records after the cursor, in the order of one field and then of ids, so that nothing is skipped or repeated while others write.
 */
export async function page<T extends { id: string }>(
  collection: Collection<T>,
  filter: Filter,
  { cursor, limit = 100 }: Asked,
  sort: Sort = { field: '_id', direction: 1 },
): Promise<{ items: T[]; next?: string }> {
  const found: T[] = [];
  for (const part of cursor === undefined ? [{}] : after(decode(cursor, sort), sort))
    if (found.length <= limit) found.push(...(await first(collection, allOf(filter, part), sort, limit + 1 - found.length)));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(found.length > limit && last !== undefined && { next: encode(sortedBy(last, sort.field), last.id) }) };
}

function first<T extends { id: string }>(
  collection: Collection<T>,
  filter: Filter,
  { field, direction, around }: Sort,
  limit: number,
): Promise<T[]> {
  const isWide = Object.keys(filter).every((one) => one === field || one === 'state' || one === 'process');
  if (around !== undefined && isWide) return firstInOrder(collection, filter, { field, ...around, limit });
  return findAny(collection, filter, { sort: { [field]: direction, _id: direction }, limit });
}

const sortedBy = (record: object, field: string): unknown => (record as Record<string, unknown>)[field === '_id' ? 'id' : field];

/** What comes after the cursor, in order: the rest of its own value, then what lies beyond. Two questions that an index answers, instead of one `$or`. */
function after([value, id]: Cursor, { field, direction }: Sort): Filter[] {
  const beyond = direction === 1 ? '$gt' : '$lt';
  const rest = { _id: { [beyond]: id } };
  return field === '_id' ? [rest] : [{ [field]: value, ...rest }, { [field]: { [beyond]: value } }];
}
