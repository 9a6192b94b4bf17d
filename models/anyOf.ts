import type { Collection, Filter, FindOptions } from './collection.ts';
import { allOf } from './filter.ts';

/** The parts of a filter with an `$or`: each with what stands beside it, and first what it says itself, which is the narrower of both. */
export function partsOf({ $or, ...rest }: Filter): Filter[] {
  return $or === undefined ? [rest] : ($or as Filter[]).map((part) => allOf(part, rest));
}

/**
 * The same as `find`, with each part of an `$or` asked for by itself: servers differ in what an `$or` costs, and some look at every record. For lists; a
 * record that moves from one part to another meanwhile may be missed, so nothing is decided by it.
 */
export async function findAny<T extends { id: string }>(
  collection: Collection<T>,
  filter: Filter,
  options: FindOptions = {},
): Promise<T[]> {
  const parts = partsOf(filter);
  const [only, second] = parts;
  if (only !== undefined && second === undefined) return collection.find(only, options);
  const found = (await Promise.all(parts.map((part) => collection.find(part, options)))).flat();
  const each = [...new Map(found.map((record) => [record.id, record])).values()];
  return each.sort(inOrderOf(options.sort ?? { _id: 1 })).slice(0, options.limit ?? each.length);
}

/** By these fields, one after the other; what has no value comes first. Days, instants and ids are compared as text, as the database does. */
const inOrderOf =
  (sort: Record<string, 1 | -1>) =>
  (one: object, other: object): number => {
    for (const [field, direction] of Object.entries(sort)) {
      const [a, b] = [fieldOf(one, field), fieldOf(other, field)];
      if (a !== b) return a === undefined || (b !== undefined && a < b) ? -direction : direction;
    }
    return 0;
  };

const fieldOf = (record: object, field: string): string | number | undefined =>
  (record as Record<string, string | number | undefined>)[field === '_id' ? 'id' : field];
