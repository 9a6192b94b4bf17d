import type { Day, Instant } from '../../domain/records/common.ts';
import { joined, type Separators, separators } from '../import/escaping.ts';

/** What a cell of an export holds; a day and an instant are dates in a workbook, several values stand below each other there. */
export type Value = PlainValue | { several: readonly string[]; between: Separators };
export type PlainValue = string | number | boolean | { day: Day } | { at: Instant } | undefined;

/** Several values as the text of one cell. */
export const plainOf = (value: Value, glue: '|' | '\n'): PlainValue =>
  typeof value === 'object' && 'several' in value ? joined(value.several, value.between, glue) : value;

export const titles = (several: readonly string[]): Value => ({ several, between: separators.titles });
export const words = (several: readonly string[]): Value => ({ several, between: separators.words });
export const day = (value: Day | undefined): Value => (value === undefined ? undefined : { day: value });

/** How people are named: by mail address, which is one person's, or by id where the caller may not see the person. */
export type Naming = (person: string | undefined) => string | undefined;

/** The columns of an export, and the rows that one record is. */
export type Exported<T> = { columns: readonly string[]; rowsOf(record: T, naming: Naming): Value[][] };

/** An export in which a record is a row: for each column what it holds. */
export const rowByRow = <T, C extends string>(columns: Record<C, (record: T, naming: Naming) => Value>): Exported<T> => ({
  columns: Object.keys(columns),
  rowsOf: (record, naming) => [Object.values<(record: T, naming: Naming) => Value>(columns).map((of) => of(record, naming))],
});
