import type { Fact, Table } from '../../../domain/records/brief.ts';
import type { Day, Instant } from '../../../domain/records/common.ts';
import type { Store } from '../../../models/store.ts';

/** What is looked at: from the day of the last review until now. */
export type Span = { since: Day; at: Instant };

/** What our registers and trail know about one of the ten lines. */
export type Known = { facts: Fact[]; tables: Table[] };
export type Knowing = (store: Store, span: Span) => Promise<Known>;

export const startOf = ({ since }: Span): Instant => `${since}T00:00:00.000Z`;
export const today = ({ at }: Span): Day => at.slice(0, 10);

/** A share as people read it; nothing where there is nothing to share. */
export const share = (n: number, of: number): string => (of === 0 ? '–' : `${Math.round((100 * n) / of)} % (${n}/${of})`);

export const daysBetween = (from: Instant, to: Instant): number => Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);
