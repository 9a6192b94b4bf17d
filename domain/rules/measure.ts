import type { Measure } from '../records/measurement.ts';

/** What an objective that is pursued says (6.2), and a measure that is in use (9.1). */
export const said = {
  objective: ['work', 'resources', 'responsible', 'due', 'judgedBy'],
  measure: ['name', 'method', 'every', 'measurer', 'analyst'],
} as const;

/** Nobody analyses the values that they bring; what the product has counted is nobody's. */
export const isAnalysedByAnother = ({ source, measurer, analyst }: Pick<Measure, 'source' | 'measurer' | 'analyst'>): boolean =>
  source !== 'asked' || measurer !== analyst;

/** Whether a value meets its target (9.1). */
export const isOnTarget = (value: number, { target, direction }: { target: number; direction: 'atLeast' | 'atMost' }): boolean =>
  direction === 'atLeast' ? value >= target : value <= target;

/** A share as a percentage with one decimal; nothing of nothing is all of it. */
export const percent = (part: number, whole: number): number => (whole === 0 ? 100 : Math.round((part / whole) * 1000) / 10);
