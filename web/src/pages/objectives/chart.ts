import type { Measurement } from '../../../../domain/records/measurement.ts';

export const box = { width: 330, height: 200, left: 38, right: 262, top: 12, bottom: 158 } as const;

const mostIntervals = 5;
const mostPoints = 12;
const mostLabels = 6;
/** Of a value: what is less than this is no difference that one could draw. */
const hardlyAny = 1e-9;

/** A step of 1, 2 or 5 and as many zeros as it takes, so that a few lines divide the whole. */
export function stepFor(span: number): number {
  const rough = span / mostIntervals;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
}

/** Values at the lines of a scale that has all of these between its first and last. */
export function scaleFor(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const isFlat = high - low <= Math.abs(high) * hardlyAny;
  const step = stepFor(isFlat ? Math.max(1, Math.abs(high)) : high - low);
  const air = isFlat ? 1 : 0;
  const first = Math.floor(low / step) - air;
  const last = Math.max(first + 1, Math.ceil(high / step) + air);
  return Array.from({ length: last - first + 1 }, (_, n) => Number(((first + n) * step).toPrecision(12)));
}

export type Seen = Pick<Measurement, 'period' | 'value' | 'target' | 'onTarget'>;
export type Dot = { x: number; y: number; isMet: boolean; period: string };

const rounded = (n: number): number => Math.round(n * 10) / 10;

/** The values of a measure as a line, broken where there is none, and its target as it was each time; the newest twelve. */
export function chartOf(all: readonly Seen[]) {
  const seen = all.slice(-mostPoints);
  const lines = scaleFor(seen.flatMap(({ value, target }) => (value === undefined ? [target] : [value, target])));
  const [low = 0, high = 1] = [lines[0], lines.at(-1)];
  const x = (n: number): number =>
    rounded(seen.length === 1 ? (box.left + box.right) / 2 : box.left + (n / (seen.length - 1)) * (box.right - box.left));
  const y = (value: number): number => rounded(box.bottom - ((value - low) / (high - low)) * (box.bottom - box.top));
  const every = Math.ceil(seen.length / mostLabels);
  return {
    rules: lines.map((value) => ({ value, y: y(value) })),
    line: seen
      .map(({ value }, n) => (value === undefined ? '' : `${seen[n - 1]?.value === undefined ? 'M' : 'L'}${x(n)} ${y(value)}`))
      .join(''),
    target: targetOf(seen, x, y),
    dots: seen.flatMap(({ period, value, onTarget }, n): Dot[] =>
      value === undefined ? [] : [{ x: x(n), y: y(value), isMet: onTarget === true, period }],
    ),
    labels: seen.flatMap(({ period }, n) => ((seen.length - 1 - n) % every === 0 ? [{ x: x(n), ...partsOf(period) }] : [])),
    end: { target: y(seen.at(-1)?.target ?? 0), value: seen.at(-1)?.value },
  };
}

/** Level from one value to the next, and from edge to edge. */
function targetOf(seen: readonly Seen[], x: (n: number) => number, y: (value: number) => number): string {
  const half = seen.length === 1 ? 0 : (x(1) - x(0)) / 2;
  const steps = seen.slice(1).map(({ target }, n) => `H${rounded(x(n + 1) - half)}V${y(target)}`);
  return `M${box.left} ${y(seen[0]?.target ?? 0)}${steps.join('')}H${box.right}`;
}

/** `Q4` of `2026`; a whole year is its own. */
const partsOf = (period: string): { label: string; year: string } =>
  period.length > 4 ? { label: period.slice(5), year: period.slice(0, 4) } : { label: period, year: '' };
