import { toInstant, toMs } from '../domain/clock.ts';
import type { Instant } from '../domain/records/common.ts';
import { findAny } from './anyOf.ts';
import type { Collection, Filter } from './collection.ts';

type Bounds = { $gt?: Instant; $gte?: Instant; $lt?: Instant; $lte?: Instant };
type Wanted = { field: string; from: Instant; limit: number };

const dayMs = 86_400_000;
/** Forty years: what lies beyond is one window. */
const longestMs = 16_384 * dayMs;

/**
 * The first records in the order of an instant and of ids, looked for window by window: what lies before `from`, where as a rule nothing is, then what lies behind
 * it, each window twice as long as the one before. For filters that match many: some servers read and sort all that match before they give out the first.
 */
export async function firstInOrder<T extends { id: string }>(
  collection: Collection<T>,
  filter: Filter,
  { field, from, limit }: Wanted,
): Promise<T[]> {
  const found: T[] = [];
  const asked = (filter[field] ?? {}) as Bounds;
  const begin = [from, asked.$gt ?? from, asked.$gte ?? from].reduce((a, b) => (a > b ? a : b));
  for (const window of windowsAround(begin)) {
    if (found.length >= limit) break;
    const both = tighter(asked, window);
    if (both === undefined) continue;
    const order = { sort: { [field]: 1, _id: 1 } as const, limit: limit - found.length };
    found.push(...(await findAny(collection, { ...filter, [field]: both }, order)));
  }
  return found;
}

function* windowsAround(from: Instant): Generator<Bounds> {
  yield { $lt: from };
  let begin = toMs(from);
  for (let length = dayMs; length <= longestMs; length *= 2) {
    yield { $gte: toInstant(begin), $lt: toInstant(begin + length) };
    begin += length;
  }
  yield { $gte: toInstant(begin) };
}

/** What is within both; undefined where nothing can be. */
function tighter(one: Bounds, other: Bounds): Bounds | undefined {
  const lower = [one, other].flatMap(({ $gt, $gte }) => [...ends($gt, false), ...ends($gte, true)]);
  const upper = [one, other].flatMap(({ $lt, $lte }) => [...ends($lt, false), ...ends($lte, true)]);
  const [begin] = lower.sort((a, b) => compare(b, a) || Number(a.counts) - Number(b.counts));
  const [end] = upper.sort((a, b) => compare(a, b) || Number(a.counts) - Number(b.counts));
  if (begin !== undefined && end !== undefined && (begin.at > end.at || (begin.at === end.at && !(begin.counts && end.counts))))
    return undefined;
  return {
    ...(begin !== undefined && { [begin.counts ? '$gte' : '$gt']: begin.at }),
    ...(end !== undefined && { [end.counts ? '$lte' : '$lt']: end.at }),
  };
}

type End = { at: Instant; counts: boolean };
const ends = (at: Instant | undefined, counts: boolean): End[] => (at === undefined ? [] : [{ at, counts }]);
const compare = (one: End, other: End): number => (one.at < other.at ? -1 : Number(one.at > other.at));
