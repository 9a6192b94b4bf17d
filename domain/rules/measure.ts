/** Whether a value meets its target (9.1). */
export const isOnTarget = (value: number, { target, direction }: { target: number; direction: 'atLeast' | 'atMost' }): boolean =>
  direction === 'atLeast' ? value >= target : value <= target;

/** A share as a percentage with one decimal; nothing of nothing is all of it. */
export const percent = (part: number, whole: number): number => (whole === 0 ? 100 : Math.round((part / whole) * 1000) / 10);
