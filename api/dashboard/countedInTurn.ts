/** What is counted faster than this is counted each time. */
const quickMs = 1_000;
/** Counting takes at most a fifth of the time, however many look. */
const keptTimes = 4;

type Counted<T> = { result: Promise<T>; until: number };

/**
 * Several who look at the same moment share one count. What took long is kept for a while as well: on a large organization whose cockpit is open on many
 * screens, it would be counted without end otherwise.
 */
export function countedInTurn<K, T>(count: (of: K) => Promise<T>): (of: K) => Promise<T> {
  const counts = new Map<K, Counted<T>>();
  return (of) => {
    const kept = counts.get(of);
    if (kept !== undefined && performance.now() < kept.until) return kept.result;
    const begun = performance.now();
    const counted: Counted<T> = { result: count(of), until: Number.POSITIVE_INFINITY };
    counts.set(of, counted);
    const ended = (keep: boolean) => () => {
      const took = performance.now() - begun;
      counted.until = keep && took > quickMs ? performance.now() + took * keptTimes : 0;
    };
    counted.result.then(ended(true), ended(false));
    return counted.result;
  };
}
