/** Chance that can be had again: the same seed gives the same sequence. */
export type Chance = {
  seed: number;
  /** From 0 to below 1. */
  next(): number;
  between(least: number, most: number): number;
  happens(probability: number): boolean;
  oneOf<T>(all: readonly [T, ...T[]]): T;
};

/** `SEED` repeats what was seen; without it every run is another one. The seed is said, so that it can be repeated. */
export function seedOfTheDay(what: string): number {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  process.stderr.write(`${what}: SEED=${seed}\n`);
  return seed;
}

/** Mulberry32: small, and good enough to choose faults by. */
export function chance(seed: number): Chance {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    ...{ seed, next },
    between: (least, most) => least + next() * (most - least),
    happens: (probability) => next() < probability,
    oneOf: (all) => all[Math.floor(next() * all.length)] as (typeof all)[number],
  };
}
