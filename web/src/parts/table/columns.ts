import type { ReactNode } from 'react';

/** One column of a table; on a phone its head stands before each cell. `numeric` stands right. */
export type Column<T> = { key: string; head: string; cell(row: T): ReactNode; numeric?: true };
