import type { Levels } from '../../../../domain/records/common.ts';

export const box = { width: 384, height: 326, left: 96, top: 4, side: 282, gap: 3 } as const;

export type Pin = 'inherent' | 'current' | 'target';
export type Placed = { pin: Pin; x: number; y: number };

/** The cells of a table with so many steps, likelihood upward, consequence to the right. */
export function gridOf(rows: number, columns: number) {
  const width = (box.side - box.gap * (columns - 1)) / columns;
  const height = (box.side - box.gap * (rows - 1)) / rows;
  const left = (consequence: number): number => box.left + (consequence - 1) * (width + box.gap);
  const top = (likelihood: number): number => box.top + (rows - likelihood) * (height + box.gap);
  return {
    ...{ width, height, left, top },
    middle: ({ likelihood, consequence }: Levels) => ({ x: left(consequence) + width / 2, y: top(likelihood) + height / 2 }),
  };
}

/** So that pins of one cell can be told apart: alone, side by side, or as a triangle. */
const apart: readonly (readonly [number, number])[][] = [
  [[0, 0]],
  [
    [-15, 0],
    [15, 0],
  ],
  [
    [-15, -12],
    [15, -12],
    [0, 14],
  ],
];

/** Where the levels of a risk are drawn. */
export function pinsOf(levels: Partial<Record<Pin, Levels | undefined>>, rows: number, columns: number): Placed[] {
  const { middle } = gridOf(rows, columns);
  const there = (['inherent', 'current', 'target'] as const).flatMap((pin) => {
    const at = levels[pin];
    const isOnScale = at !== undefined && at.likelihood <= rows && at.consequence <= columns;
    return isOnScale ? [{ pin, cell: `${at.likelihood}-${at.consequence}`, ...middle(at) }] : [];
  });
  return there.map(({ pin, cell, x, y }) => {
    const together = there.filter((one) => one.cell === cell);
    const [dx, dy] = apart[together.length - 1]?.[together.findIndex((one) => one.pin === pin)] ?? [0, 0];
    return { pin, x: x + dx, y: y + dy };
  });
}
