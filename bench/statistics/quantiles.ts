const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

function at(values: readonly number[], n: number): number {
  const found = values[n];
  if (found === undefined) throw new RangeError('there is no quantile of nothing');
  return found;
}

/** The smallest value that at least a share `q` (0 to 1) of the values does not exceed. Throws RangeError for no values. */
export const quantile = (values: readonly number[], q: number): number => at(sorted(values), Math.max(0, Math.ceil(q * values.length) - 1));

/** The middle value; between the two in the middle where their number is even. Throws RangeError for no values. */
export function median(values: readonly number[]): number {
  const [all, half] = [sorted(values), values.length / 2];
  return (at(all, Math.ceil(half) - 1) + at(all, Math.floor(half))) / 2;
}
