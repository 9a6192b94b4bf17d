import type { TimeLineRow } from '../../../../../domain/records/timeLine.ts';
import type { Scale } from './scale.ts';

/** What is drawn of a row, in percent of the width. */
export type Bar = {
  open: number;
  /** The end of the first promise, where a tick stands. */
  promised: number;
  due: number;
  /** Where it has come to; missing while it is planned. */
  end?: number;
  /** Passed its date: from there on it is dashed. */
  over?: { from: number; to: number };
  isOff: boolean;
};

const isOff = ({ standing }: Pick<TimeLineRow, 'standing'>): boolean =>
  standing === 'waived' || standing === 'superseded' || standing === 'cancelled';

export function barOf(row: TimeLineRow, scale: Scale, now: string): Bar {
  const { opened, promised, due, ended, zone, standing } = row;
  const open = scale.startOf(opened, zone);
  const ends = { open, promised: scale.endOf(promised, zone), due: scale.endOf(due, zone), isOff: isOff(row) };
  if (standing === 'planned') return ends;
  const end = Math.max(scale.at(ended ?? now, zone), open);
  const passed = end > ends.due && !ends.isOff;
  return { ...ends, end, ...(passed && { over: { from: ends.due, to: end } }) };
}

type Mark = { key: string; at: number };

/** Several things of one day are one mark. */
export function marksOf<T extends { at: string }>(
  things: readonly T[],
  place: (thing: T) => number,
  kind: (thing: T) => string,
): (Mark & { thing: T })[] {
  const marks = new Map<string, Mark & { thing: T }>();
  for (const thing of things) {
    const key = `${thing.at.slice(0, 10)} ${kind(thing)}`;
    if (!marks.has(key)) marks.set(key, { key, at: place(thing), thing });
  }
  return [...marks.values()];
}
