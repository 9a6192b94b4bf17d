import { annexA } from '../../domain/annexA.ts';
import { Control, ControlKind } from '../../domain/records/control.ts';
import { cadences } from './cadences.ts';
import type { Cell } from './cell.ts';
import { choiceOf, choices } from './choices.ts';
import type { Columns, ReadRow } from './columns.ts';
import type { ImportContext } from './context.ts';
import type { Table } from './readTable.ts';
import { makeTakeReference, type TakeReference } from './references.ts';
import type { ImportResult } from './report.ts';
import { readRows } from './rows.ts';
import { dayOf, pastDayOf, present, proseOf, required, short, titleOf, wordsOf } from './values.ts';
import { type FindPerson, makeFindPerson } from './who.ts';

export type ControlDraft = Omit<Control, 'version' | 'updatedAt'>;

export const controlColumns = {
  reference: { required: true, also: ['ref_id', 'id'] },
  name: { required: true, also: ['control'] },
  kind: { also: ['category', 'type'] },
  description: {},
  owner: { also: ['control_owner'] },
  status: {},
  effectiveness: {},
  checked_on: {},
  annex_a: {},
  check_every: { also: ['frequency'] },
  next_check: {},
  tester: {},
} as const satisfies Columns<string>;
export type ControlColumn = keyof typeof controlColumns;

const kinds = choices(ControlKind.options, {
  organizational: ['organisational', 'process', 'policy', 'procedure'],
  people: ['person', 'training'],
  technological: ['technical'],
  legal: ['contractual'],
});
const statuses = choices(Control.shape.status.options, {
  planned: ['to do'],
  implementing: ['in progress'],
  implemented: ['active', 'done', 'existing'],
  retired: ['deprecated', 'inactive'],
});
const effects = choices(Control.shape.effectiveness.options, {
  partly: ['partly effective', 'partially effective'],
  ineffective: ['not effective'],
});
export const annexIds: ReadonlySet<string> = new Set(annexA.map(({ id }) => id));

/** Reads controls. An empty kind is organizational, an empty status implemented, an empty effectiveness untested. */
export function readControls(table: Table, context: ImportContext): ImportResult<ControlDraft> {
  const found = { find: makeFindPerson(context.people), take: makeTakeReference(context.existingIds), today: context.today };
  return readRows<ControlColumn, ControlDraft>(table, controlColumns, (row) => controlOf(row, found));
}

function controlOf(row: ReadRow<ControlColumn>, o: { find: FindPerson; take: TakeReference; today: string }): ControlDraft | undefined {
  const id = o.take(row.cell('reference'));
  const name = required(row.cell('name'), titleOf(row.cell('name')));
  const checkedOn = pastDayOf(row.cell('checked_on'), o.today);
  const status = choiceOf(row.cell('status'), statuses, 'unknownStatus') ?? 'implemented';
  const owner = o.find(row.cell('owner'), status === 'retired' ? 'everybody' : 'active');
  const rest = {
    kind: choiceOf(row.cell('kind'), kinds, 'unknownKind') ?? 'organizational',
    description: proseOf(row.cell('description')),
    status,
    effectiveness: choiceOf(row.cell('effectiveness'), effects, 'unknownEffectiveness') ?? 'untested',
    annexA: annexOf(row.cell('annex_a')),
    ...present({ owner, checkedOn, ...checkingOf(row, o.find, owner) }),
  };
  return id === undefined || name === undefined ? undefined : { id, name, ...rest };
}

/** How often, when next and by whom it is checked: never by its owner. */
function checkingOf(row: ReadRow<ControlColumn>, find: FindPerson, owner: string | undefined) {
  const tester = find(row.cell('tester'), 'active');
  if (tester !== undefined && tester === owner) row.cell('tester').refuse('samePerson', 'Nobody checks their own control.');
  const checkEvery = choiceOf(row.cell('check_every'), cadences, 'wrongValue');
  return { tester, checkEvery, nextCheck: dayOf(row.cell('next_check')) };
}

const maxAnnex = 20;

/** Controls of Annex A, written `8.24` or `A.8.24`. */
function annexOf(cell: Cell): string[] {
  const ids = wordsOf(cell).map((word) => word.replace(/^A\.?\s*/i, ''));
  const unknown = ids.find((id) => !annexIds.has(id));
  if (unknown !== undefined) cell.refuse('unknownControl', `Annex A has no control "${short(unknown)}". Write it as 8.24 or A.8.24.`);
  const annex = [...new Set(ids)];
  if (annex.length > maxAnnex) cell.refuse('tooMany', `${cell.column} holds ${annex.length} controls; at most ${maxAnnex} are kept.`);
  return annex;
}
