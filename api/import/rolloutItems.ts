import { RolloutState } from '../../domain/records/rollout.ts';
import type { ItemChange } from '../../models/rollouts.ts';
import { choiceOf, choices } from './choices.ts';
import { type Columns, mapColumns, type ReadRow } from './columns.ts';
import type { Table } from './readTable.ts';
import type { Problem } from './report.ts';
import { dayOf, present, referenceOf, required, titleOf } from './values.ts';

export const itemColumns = {
  item: { required: true, also: ['id', 'asset', 'reference', 'person', 'device'] },
  name: {},
  state: { also: ['status'] },
  done_on: { also: ['date'] },
  reason: { also: ['comment'] },
  until: { also: ['expires'] },
} as const satisfies Columns<string>;
export type ItemColumn = keyof typeof itemColumns;

const states = choices(RolloutState.options, {
  open: ['to do', 'pending'],
  done: ['yes', 'installed', 'complete', 'completed'],
  excepted: ['exception', 'exempt'],
  removed: ['retired', 'gone'],
});

export type ReadItem = { change: ItemChange; row: number };

/** Reads the items of a rollout. An empty state is done where there is a day, excepted where there is an end, else open. */
export function readItemRows(table: Table): { rows: ReadItem[]; report: Problem[] } {
  const report: Problem[] = [];
  const mapped = mapColumns<ItemColumn>(table, itemColumns, report);
  const rows: ReadItem[] = [];
  if (mapped.complete)
    mapped.each((row) => {
      const change = itemOf(row);
      if (change !== undefined) rows.push({ change, row: row.row });
    });
  return { rows, report };
}

function itemOf({ cell }: ReadRow<ItemColumn>): ItemChange | undefined {
  const item = required(cell('item'), referenceOf(cell('item')));
  const [doneOn, until] = [dayOf(cell('done_on')), dayOf(cell('until'))];
  const usual = until !== undefined ? 'excepted' : doneOn !== undefined ? 'done' : 'open';
  const state = choiceOf(cell('state'), states, 'unknownStatus') ?? usual;
  const rest = present({ name: titleOf(cell('name')), reason: titleOf(cell('reason')), doneOn, until });
  return item === undefined ? undefined : { item, state, ...rest };
}
