import { Issue } from '../../domain/records/context.ts';
import { choiceOf, choices, yesOrNoOf } from './choices.ts';
import type { Columns, ReadRow } from './columns.ts';
import type { ImportContext } from './context.ts';
import type { Table } from './readTable.ts';
import { makeTakeReference, type TakeReference } from './references.ts';
import type { ImportResult } from './report.ts';
import { reviewedColumns, reviewedOf } from './reviewed.ts';
import { readRows } from './rows.ts';
import { proseOf, required, titleOf } from './values.ts';

export type IssueDraft = Omit<Issue, 'version' | 'updatedAt'>;

export const issueColumns = {
  reference: { required: true, also: ['ref_id', 'id'] },
  kind: { required: true, also: ['category', 'type'] },
  name: { required: true, also: ['issue', 'title'] },
  effect: { also: ['impact', 'description'] },
  relevant: { also: ['relevance'] },
  ...reviewedColumns,
} as const satisfies Columns<string>;
export type IssueColumn = keyof typeof issueColumns;

/** The words of PESTLE and SWOT, by which such lists are often kept, are among the names. */
const kinds = choices(Issue.shape.kind.options, {
  internal: ['strength', 'weakness', 'organizational', 'organisational'],
  external: ['political', 'economic', 'social', 'technological', 'legal', 'environmental', 'opportunity', 'threat'],
  climate: ['climate change'],
});

/** Reads internal and external issues (4.1). An empty cell for `relevant` is yes. */
export function readIssues(table: Table, { existingIds, today }: ImportContext): ImportResult<IssueDraft> {
  const take = makeTakeReference(existingIds);
  return readRows<IssueColumn, IssueDraft>(table, issueColumns, (row) => issueOf(row, take, today));
}

function issueOf(row: ReadRow<IssueColumn>, take: TakeReference, today: string): IssueDraft | undefined {
  const id = take(row.cell('reference'));
  const kind = required(row.cell('kind'), choiceOf(row.cell('kind'), kinds, 'unknownKind'));
  const name = required(row.cell('name'), titleOf(row.cell('name')));
  const rest = { effect: proseOf(row.cell('effect')), relevant: yesOrNoOf(row.cell('relevant')) ?? true, ...reviewedOf(row, today) };
  return id === undefined || kind === undefined || name === undefined ? undefined : { id, kind, name, ...rest };
}
