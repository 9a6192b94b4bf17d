import type { Schema } from 'mongoose';

/** Operators that behave the same on every server we know (single-document atomicity, no positional updates, no pipelines). */
const allowed = new Set(
  '$set $unset $inc $min $max $setOnInsert $push $each $addToSet $pull $eq $in $nin $ne $gt $gte $lt $lte $exists $and $or $nor $not $regex $options'.split(
    ' ',
  ),
);

function refuseUnknownOperators(value: unknown, where: string): void {
  if (Array.isArray(value)) {
    for (const item of value) refuseUnknownOperators(item, where);
  } else if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    for (const [key, inner] of Object.entries(value)) {
      if (key.startsWith('$') && !allowed.has(key)) throw new Error(`operator ${key} in ${where} is outside the portable subset`);
      refuseUnknownOperators(inner, where);
    }
  }
}

/** Holds every filter and update to the portable subset; a query that only one server understands fails in the first test. */
export function portableSubset(schema: Schema): void {
  schema.pre(/^(find|count|update|replace|delete|distinct)/, function () {
    const query = this as unknown as { getFilter?: () => unknown; getUpdate?: () => unknown; op?: string };
    refuseUnknownOperators(query.getFilter?.(), 'a filter');
    refuseUnknownOperators(query.getUpdate?.(), 'an update');
  });
  schema.pre('aggregate', () => {
    throw new Error('aggregations are outside the portable subset');
  });
}
