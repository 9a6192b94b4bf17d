import { Objective } from '../../domain/records/measurement.ts';
import { said } from '../../domain/rules/measure.ts';
import { choiceOf, choices } from './choices.ts';
import type { Columns, ReadRow } from './columns.ts';
import type { ImportContext } from './context.ts';
import type { Table } from './readTable.ts';
import { makeTakeReference, type TakeReference } from './references.ts';
import type { ImportResult } from './report.ts';
import { readRows } from './rows.ts';
import { dayOf, present, proseOf, required, sentenceOf, titleOf } from './values.ts';
import { type FindPerson, makeFindPerson } from './who.ts';

export type ObjectiveDraft = Omit<Objective, 'version' | 'updatedAt'>;

export const objectiveColumns = {
  reference: { required: true, also: ['ref_id', 'id'] },
  name: { required: true, also: ['objective', 'goal'] },
  work: { also: ['actions', 'action_plan', 'what_will_be_done'] },
  resources: { also: ['means', 'budget'] },
  responsible: { required: true, also: ['owner', 'responsible_person', 'assigned_to'] },
  due: { required: true, also: ['due_date', 'deadline', 'target_date', 'by_when'] },
  judged_by: { also: ['evaluation', 'success_criteria', 'how_evaluated'] },
  status: {},
  result: { also: ['outcome'] },
  approved_by: { also: ['approver'] },
} as const satisfies Columns<string>;
export type ObjectiveColumn = keyof typeof objectiveColumns;

const statuses = choices(Objective.shape.status.options, {
  draft: ['proposed', 'planned'],
  active: ['open', 'approved', 'in progress', 'ongoing'],
  achieved: ['done', 'completed', 'reached', 'met'],
  notAchieved: ['missed', 'failed', 'not met'],
  withdrawn: ['cancelled', 'canceled', 'dropped'],
});

type Finders = { reference: TakeReference; person: FindPerson };

/** Reads objectives (6.2). An empty status is active: the organization has decided on it before. */
export function readObjectives(table: Table, context: ImportContext): ImportResult<ObjectiveDraft> {
  const find = { reference: makeTakeReference(context.existingIds), person: makeFindPerson(context.people) };
  return readRows<ObjectiveColumn, ObjectiveDraft>(table, objectiveColumns, (row) => objectiveOf(row, find));
}

function objectiveOf(row: ReadRow<ObjectiveColumn>, find: Finders): ObjectiveDraft | undefined {
  const id = find.reference(row.cell('reference'));
  const name = required(row.cell('name'), titleOf(row.cell('name')));
  const status = choiceOf(row.cell('status'), statuses, 'unknownStatus') ?? 'active';
  const isOver = status !== 'draft' && status !== 'active';
  const responsible = find.person(row.cell('responsible'), isOver ? 'everybody' : 'active');
  const due = dayOf(row.cell('due'));
  const approver = find.person(row.cell('approved_by'), 'everybody');
  const rest = {
    ...{ work: proseOf(row.cell('work')), resources: proseOf(row.cell('resources')), judgedBy: proseOf(row.cell('judged_by')), status },
    ...present({ result: sentenceOf(row.cell('result')) }),
    ...(approver !== undefined && { approvedBy: { person: approver, via: 'import' as const } }),
  };
  checkWhole(row, status);
  return id === undefined || name === undefined || responsible === undefined || due === undefined
    ? undefined
    : { id, name, responsible, due, ...rest };
}

const columnOf = { work: 'work', resources: 'resources', responsible: 'responsible', due: 'due', judgedBy: 'judged_by' } as const;

/** Every objective has somebody and a day; one that is pursued, all that the standard asks for (6.2). */
function checkWhole({ cell }: ReadRow<ObjectiveColumn>, status: Objective['status']): void {
  const always: readonly (typeof said.objective)[number][] = ['responsible', 'due'];
  for (const field of said.objective)
    if (always.includes(field)) required(cell(columnOf[field]), undefined);
    else if (status === 'active') required(cell(columnOf[field]), undefined, 'the objective is active');
}
