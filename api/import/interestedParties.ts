import { InterestedParty } from '../../domain/records/context.ts';
import { choiceOf, choices } from './choices.ts';
import type { Columns, ReadRow } from './columns.ts';
import type { ImportContext } from './context.ts';
import type { Table } from './readTable.ts';
import { makeTakeReference, type TakeReference } from './references.ts';
import type { ImportResult } from './report.ts';
import { reviewedColumns, reviewedOf } from './reviewed.ts';
import { readRows } from './rows.ts';
import { proseOf, required, titleOf } from './values.ts';

export type PartyDraft = Omit<InterestedParty, 'version' | 'updatedAt'>;

export const partyColumns = {
  reference: { required: true, also: ['ref_id', 'id'] },
  name: { required: true, also: ['party', 'interested_party', 'stakeholder'] },
  kind: { also: ['category', 'type'] },
  expects: { also: ['expectations', 'needs', 'needs_and_expectations', 'description'] },
  ...reviewedColumns,
} as const satisfies Columns<string>;
export type PartyColumn = keyof typeof partyColumns;

const kinds = choices(InterestedParty.shape.kind.options, {
  internal: ['employees', 'employee', 'staff'],
  customer: ['customers', 'client', 'clients'],
  supplier: ['suppliers', 'vendor', 'provider', 'partner'],
  authority: ['authorities', 'regulator', 'government'],
  owner: ['owners', 'shareholder', 'shareholders', 'investor'],
  other: ['external'],
});

/** Reads interested parties (4.2 a). An empty kind is other. */
export function readInterestedParties(table: Table, { existingIds, today }: ImportContext): ImportResult<PartyDraft> {
  const take = makeTakeReference(existingIds);
  return readRows<PartyColumn, PartyDraft>(table, partyColumns, (row) => partyOf(row, take, today));
}

function partyOf(row: ReadRow<PartyColumn>, take: TakeReference, today: string): PartyDraft | undefined {
  const id = take(row.cell('reference'));
  const name = required(row.cell('name'), titleOf(row.cell('name')));
  const rest = {
    kind: choiceOf(row.cell('kind'), kinds, 'unknownKind') ?? ('other' as const),
    expects: proseOf(row.cell('expects')),
    ...reviewedOf(row, today),
  };
  return id === undefined || name === undefined ? undefined : { id, name, ...rest };
}
