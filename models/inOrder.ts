import { toInstant, toMs } from '../domain/clock.ts';
import type { Instant } from '../domain/records/common.ts';
import { findAny } from './anyOf.ts';
import type { Collection, Filter } from './collection.ts';

type Bounds = { $gt?: Instant; $gte?: Instant; $lt?: Instant; $lte?: Instant };
type Wanted = { field: string; since: Instant; now: Instant; limit: number };

const dayMs = 86_400_000;
/** Forty years: what lies beyond is one window. */
const longestMs = 16_384 * dayMs;

/**
 * The first records in the order of an instant and of ids, looked for window by window. For filters that match many: some servers read and sort all that match before they give
 * out the first. Windows are short behind `since`, where the oldest are, and around `now`, where those are that are open; between and beyond they are longer and longer.
 */
export async function firstInOrder<T extends { id: string }>(
  collection: Collection<T>,
  filter: Filter,
  { field, since, now, limit }: Wanted,
): Promise<T[]> {
  const found: T[] = [];
  const apart = eachApart(filter, field);
  const asked = (filter[field] ?? {}) as Bounds;
  const begin = [since, asked.$gt ?? since, asked.$gte ?? since].reduce((a, b) => (a > b ? a : b));
  for (const window of windowsOf(toMs(begin), toMs(now))) {
    if (found.length >= limit) break;
    const both = tighter(asked, window);
    if (both === undefined) continue;
    const order = { sort: { [field]: 1, _id: 1 } as const, limit: limit - found.length };
    found.push(...(await findAny(collection, { ...apart, [field]: both }, order)));
  }
  return found;
}

/** Several values of a field are asked for one by one: beside bounds of another field, some servers use an index for one value only. */
function eachApart(filter: Filter, field: string): Filter {
  const [several] = Object.entries(filter).filter(([name, condition]) => name !== field && isAnyOf(condition));
  if (several === undefined || '$or' in filter) return filter;
  const [name, { $in }] = several as [string, { $in: unknown[] }];
  const { [name]: _several, ...rest } = filter;
  return { $or: $in.map((value) => ({ [name]: value })), ...rest };
}

const isAnyOf = (condition: unknown): boolean =>
  condition !== null && typeof condition === 'object' && Object.keys(condition).join() === '$in';

/** One behind the other, from the beginning of time to its end. */
function windowsOf(beginMs: number, nowMs: number): Bounds[] {
  const edges = [...new Set([beginMs, ...edgesBetween(beginMs, nowMs), ...edgesAfter(Math.max(beginMs, nowMs))])].map(toInstant);
  return [
    { $lt: edges[0] as Instant },
    ...edges.slice(1).map((edge, n) => ({ $gte: edges[n] as Instant, $lt: edge })),
    { $gte: edges.at(-1) as Instant },
  ];
}

/** 1, 2, 4 … days after the begin up to the middle, and from there to 4, 2, 1 days before now. */
function edgesBetween(beginMs: number, nowMs: number): number[] {
  const early: number[] = [];
  const late: number[] = [];
  for (let days = dayMs; beginMs + days < nowMs - days; days *= 2) {
    early.push(beginMs + days);
    late.unshift(nowMs - days);
  }
  return [...early, ...late, ...(nowMs > beginMs ? [nowMs] : [])];
}

function edgesAfter(fromMs: number): number[] {
  const edges: number[] = [];
  for (let days = dayMs; days <= longestMs; days *= 2) edges.push(fromMs + days);
  return edges;
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
