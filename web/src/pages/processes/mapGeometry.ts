import type { ProcessMapShown } from '../../../../domain/records/processShown.ts';

type Node = ProcessMapShown['processes'][number];
/** A process and where it stands. */
export type Box = { node: Node; x: number; y: number };

export const phases = ['plan', 'do', 'check', 'act'] as const;
export const box = { column: 250, left: 20, top: 56, width: 190, height: 52, gap: 26 };
const below = 16;
const mostLetters = 22;

export const widthOf = (): number => box.column * phases.length;
export const heightOf = (boxes: readonly Box[]): number => Math.max(0, ...boxes.map(({ y }) => y)) + box.height + below;

export const boxesOf = (nodes: readonly Node[]): Box[] =>
  phases.flatMap((phase, n) =>
    nodes
      .filter((node) => node.phase === phase)
      .map((node, row) => ({ node, x: n * box.column + box.left, y: box.top + row * (box.height + box.gap) })),
  );

/** Two lines at most, broken between words. */
export function linesOf(title: string): string[] {
  if (title.length <= mostLetters) return [title];
  const words = title.split(' ');
  const fits = (n: number) => words.slice(0, n).join(' ').length <= mostLetters;
  const first = Math.max(1, words.findLastIndex((_word, n) => fits(n + 1)) + 1);
  return [words.slice(0, first).join(' '), words.slice(first).join(' ')].filter((line) => line !== '');
}

/** To a later phase from the right side to the left one, within a phase around its right side, back along the left sides. */
export function pathOf(from: Box, to: Box): string {
  const middle = box.height / 2;
  const [y1, y2] = [from.y + middle, to.y + middle];
  if (to.x > from.x) {
    const [x1, x2] = [from.x + box.width, to.x];
    return `M${x1} ${y1}C${x1 + 30} ${y1} ${x2 - 30} ${y2} ${x2} ${y2}`;
  }
  if (to.x === from.x) {
    const x = from.x + box.width;
    return `M${x} ${y1}C${x + 34} ${y1} ${x + 34} ${y2} ${x} ${y2}`;
  }
  const [x1, x2] = [from.x, to.x + box.width];
  return `M${x1} ${y1 + 8}C${x1 - 30} ${y1 + 8} ${x2 + 30} ${y2 + 8} ${x2} ${y2 + 8}`;
}
