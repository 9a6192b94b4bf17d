import type { LateItem } from '../../../domain/records/dashboard.ts';
import { type Point, pointAt } from './geometry.ts';

export type FlagKind = 'late' | 'escalated' | 'missing' | 'more';
export type Flag = { number: number; text: string; kind: FlagKind; place: Point; from: number; tail: number };

/** How many flags there is room for; the last one then says how many more there are. */
export const mostFlags = 7;
const flagRadius = 364;

export const kindOf = ({ kind, level }: LateItem): Exclude<FlagKind, 'more'> =>
  kind === 'run' ? 'missing' : level >= 2 ? 'escalated' : 'late';

/**
 * A tail from the first promise to the hand for each late item, and a flag behind the hand with its number in the list. The latest due date stands nearest
 * the hand and on the outermost tail, so that leaders never cross.
 */
export function flagsOf(late: readonly LateItem[], angle: (day: string, end?: boolean) => number, hand: number): Flag[] {
  const shown = late.slice(0, mostFlags).map((item, n) => ({ item, number: n + 1 }));
  const byDue = [...shown].sort((a, b) => (a.item.due < b.item.due ? 1 : -1));
  return byDue.map(({ item, number }, n) => {
    const from = Math.min(angle(item.promised ?? item.due, true), hand - 1);
    const isMore = number === mostFlags && late.length > mostFlags;
    return {
      ...{ number, text: isMore ? `+${late.length - mostFlags + 1}` : String(number), kind: isMore ? 'more' : kindOf(item) },
      ...{ place: pointAt(flagRadius, hand - 5.4 - n * 6.1), from, tail: 351 - n * 4.5 },
    };
  });
}

/** The outline of a state: a triangle, chevrons as one arrow, a dashed box; a bar for several more. */
export function shapeOf(kind: FlagKind, { x, y }: Point) {
  if (kind === 'missing') return <rect className="shape" x={x - 11} y={y - 9} width="22" height="18" rx="4" />;
  if (kind === 'more') return <rect className="shape" x={x - 15} y={y - 10} width="30" height="20" rx="10" />;
  if (kind === 'late') return <path className="shape" d={`M${x} ${y - 12.5}L${x + 13.8} ${y + 9.8}H${x - 13.8}Z`} strokeLinejoin="round" />;
  return <path className="shape" d={`M${x} ${y - 12.5}l12.5 10.5v13.5L${x} ${y + 6.2}l-12.5 5.3v-13.5Z`} strokeLinejoin="round" />;
}
