import { TypedSearchAttributes } from '@temporalio/common';
import { searchAttributes } from '../../workflows/engine/searchAttributes.ts';

export const bareQueue = 'bare';

/** As in the product: how many items a workflow asks about itself, and how many a batch takes. */
export const itemsInOneHistory = 50;
export const itemsInBatch = 100;

/** `rungs`: milliseconds from one to the next. */
export type BareTask = { rungs: readonly number[] };
export type BareRun = { id: string; items: readonly string[]; rungs: readonly number[]; part?: readonly string[] };

export type BareActivities = { record(event: string, what?: object): Promise<void> };

/** The same three that the product's workflows are found by. */
export const attributesOf = (run: string): TypedSearchAttributes =>
  new TypedSearchAttributes([
    { key: searchAttributes.process, value: 'bare' },
    { key: searchAttributes.run, value: run },
    { key: searchAttributes.period, value: '2026-Q4' },
  ]);
