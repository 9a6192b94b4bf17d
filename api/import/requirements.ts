import { Requirement } from '../../domain/records/context.ts';
import { missingReason } from '../../domain/rules/requirement.ts';
import { choiceOf, choices, yesOrNoOf } from './choices.ts';
import type { Columns, ReadRow } from './columns.ts';
import type { ImportContext } from './context.ts';
import { controlWords, type FindNamed, makeFindNamed, type NamedWords } from './named.ts';
import type { Table } from './readTable.ts';
import { makeTakeReference, type TakeReference } from './references.ts';
import type { ImportResult } from './report.ts';
import { reviewedColumns, reviewedOf } from './reviewed.ts';
import { readRows } from './rows.ts';
import { present, required, sentenceOf, titleOf, titlesOf } from './values.ts';

export type RequirementDraft = Omit<Requirement, 'version' | 'updatedAt'>;

export const requirementColumns = {
  reference: { required: true, also: ['ref_id', 'id'] },
  party: { required: true, also: ['interested_party', 'stakeholder'] },
  name: { required: true, also: ['requirement', 'title'] },
  source: { also: ['category', 'type'] },
  addressed: { also: ['applicable', 'addressed_by_isms'] },
  controls: { also: ['control', 'applied_controls'] },
  reason: { also: ['justification'] },
  ...reviewedColumns,
} as const satisfies Columns<string>;
export type RequirementColumn = keyof typeof requirementColumns;

const sources = choices(Requirement.shape.source.options, {
  law: ['legal', 'statutory'],
  regulation: ['regulatory'],
  contract: ['contractual'],
  expectation: ['need', 'needs'],
});

const partyWords: NamedWords = {
  one: 'interested party',
  several: 'interested parties',
  unknown: 'unknownParty',
  ambiguous: 'ambiguousParty',
};

type Finders = { reference: TakeReference; party: FindNamed; control: FindNamed };

/** Reads what interested parties require (4.2 b, c). Parties and controls have to be there already. */
export function readRequirements(table: Table, context: ImportContext): ImportResult<RequirementDraft> {
  const find = {
    reference: makeTakeReference(context.existingIds),
    party: makeFindNamed(context.parties, partyWords),
    control: makeFindNamed(context.controls, controlWords),
  };
  return readRows<RequirementColumn, RequirementDraft>(table, requirementColumns, (row) => requirementOf(row, find, context.today));
}

function requirementOf(row: ReadRow<RequirementColumn>, find: Finders, today: string): RequirementDraft | undefined {
  const id = find.reference(row.cell('reference'));
  const party = required(row.cell('party'), find.party(row.cell('party')));
  const name = required(row.cell('name'), titleOf(row.cell('name')));
  const rest = {
    source: choiceOf(row.cell('source'), sources, 'unknownSource') ?? ('expectation' as const),
    ...takenUpOf(row, find.control),
    ...reviewedOf(row, today),
  };
  return id === undefined || party === undefined || name === undefined ? undefined : { id, party, name, ...rest };
}

/** Whether and by what it is taken up. Unless said, one that names controls is. */
function takenUpOf({ cell }: ReadRow<RequirementColumn>, find: FindNamed): Pick<Requirement, 'addressed' | 'controls' | 'reason'> {
  const [named, reason] = [cell('controls'), cell('reason')];
  const controls = [...new Set(titlesOf(named, 50).flatMap((name) => find(named, name) ?? []))];
  const said = { addressed: yesOrNoOf(cell('addressed')) ?? named.filled, controls, ...present({ reason: sentenceOf(reason) }) };
  const missing = missingReason(said);
  if (missing !== undefined && !named.filled && !reason.filled) reason.refuse('required', `${reason.column} ${missing}.`);
  return said;
}
