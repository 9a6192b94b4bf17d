import { parseArgs } from 'node:util';

export type Flags = {
  /** Keys of the rows to measure; all unless said. */
  only: readonly string[];
  rounds: number;
  small: boolean;
  /** Writes docs/performance.md: what is measured takes the place of what it was before. */
  write: boolean;
};

/** What stands behind `npm run bench --`. Throws for what nobody knows. */
export function flagsOf(args: readonly string[], known: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string', default: '3' },
      small: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const unknown = values.only.find((key) => !known.includes(key));
  if (unknown !== undefined) throw new Error(`there is no measurement ${unknown}; there are ${known.join(', ')}`);
  if (!/^[1-9]\d?$/.test(values.rounds)) throw new Error('--rounds is a number from 1 to 99');
  if (values.write && values.small) throw new Error('--write takes the full sizes');
  return { ...values, rounds: Number(values.rounds) };
}
