import { Measure } from '../../domain/records/measurement.ts';
import { isAnalysedByAnother } from '../../domain/rules/measure.ts';
import { cadences } from './cadences.ts';
import type { Cell } from './cell.ts';
import { choiceOf, choices } from './choices.ts';
import type { Columns, ReadRow } from './columns.ts';
import type { ImportContext } from './context.ts';
import { controlWords, type FindNamed, makeFindNamed, type NamedWords } from './named.ts';
import type { Table } from './readTable.ts';
import { makeTakeReference, type TakeReference } from './references.ts';
import type { ImportResult } from './report.ts';
import { readRows } from './rows.ts';
import { present, proseOf, required, short, titleOf } from './values.ts';
import { type FindPerson, makeFindPerson } from './who.ts';

export type MeasureDraft = Omit<Measure, 'version' | 'updatedAt'>;

export const measureColumns = {
  reference: { required: true, also: ['ref_id', 'id'] },
  name: { required: true, also: ['measure', 'metric', 'indicator', 'kpi'] },
  method: { also: ['description', 'formula', 'how_measured'] },
  unit: {},
  source: { also: ['data_source'] },
  every: { also: ['frequency'] },
  measurer: { required: true, also: ['measured_by', 'owner', 'responsible'] },
  analyst: { required: true, also: ['analysed_by', 'analyzed_by', 'evaluated_by'] },
  objective: { also: ['goal'] },
  control: { also: ['safeguard'] },
  target: { required: true, also: ['target_value', 'threshold'] },
  direction: {},
  status: {},
} as const satisfies Columns<string>;
export type MeasureColumn = keyof typeof measureColumns;

const sources = choices(Measure.shape.source.options, { asked: ['manual', 'person'] });
const directions = choices(Measure.shape.direction.options, {
  atLeast: ['minimum', 'min', 'higher is better'],
  atMost: ['maximum', 'max', 'lower is better'],
});
const statuses = choices(Measure.shape.status.options, {
  draft: ['proposed', 'planned'],
  active: ['open', 'approved', 'in use'],
  retired: ['inactive', 'deprecated', 'closed'],
});

const objectiveWords: NamedWords = {
  ...{ one: 'objective', several: 'objectives' },
  ...{ unknown: 'unknownObjective', ambiguous: 'ambiguousObjective' },
};

type Finders = { reference: TakeReference; person: FindPerson; objective: FindNamed; control: FindNamed };

/** Reads measures (9.1). Objectives that they serve and controls that they are about have to be there already. */
export function readMeasures(table: Table, context: ImportContext): ImportResult<MeasureDraft> {
  const find = {
    reference: makeTakeReference(context.existingIds),
    person: makeFindPerson(context.people),
    objective: makeFindNamed(context.objectives, objectiveWords),
    control: makeFindNamed(context.controls, controlWords),
  };
  return readRows<MeasureColumn, MeasureDraft>(table, measureColumns, (row) => measureOf(row, find));
}

function measureOf(row: ReadRow<MeasureColumn>, find: Finders): MeasureDraft | undefined {
  const id = find.reference(row.cell('reference'));
  const name = required(row.cell('name'), titleOf(row.cell('name')));
  const status = choiceOf(row.cell('status'), statuses, 'unknownStatus') ?? 'active';
  const method = proseOf(row.cell('method'));
  if (status === 'active') required(row.cell('method'), method, 'the measure is active');
  const source = choiceOf(row.cell('source'), sources, 'unknownSource') ?? 'asked';
  const people = peopleOf(row, find.person, { source, status });
  const target = required(row.cell('target'), numberOf(row.cell('target')));
  const rest = {
    ...{ method, unit: unitOf(row), source, status },
    every: choiceOf(row.cell('every'), cadences, 'wrongValue') ?? ('quarter' as const),
    direction: choiceOf(row.cell('direction'), directions, 'wrongValue') ?? ('atLeast' as const),
    ...present({ objective: find.objective(row.cell('objective')), control: find.control(row.cell('control')) }),
  };
  return id === undefined || name === undefined || people === undefined || target === undefined
    ? undefined
    : { id, name, ...people, target, ...rest };
}

/** Who measures and who analyses: of a value that a person brings it is never the same. */
function peopleOf({ cell }: ReadRow<MeasureColumn>, find: FindPerson, { source, status }: Pick<Measure, 'source' | 'status'>) {
  const among = status === 'retired' ? 'everybody' : 'active';
  const measurer = required(cell('measurer'), find(cell('measurer'), among));
  const analyst = required(cell('analyst'), find(cell('analyst'), among));
  if (measurer === undefined || analyst === undefined) return undefined;
  if (!isAnalysedByAnother({ source, measurer, analyst }))
    cell('analyst').refuse('samePerson', 'Nobody analyses the values that they bring.');
  return { measurer, analyst };
}

const longestUnit = 20;

/** Where the target is a percentage, the unit needs not be said. */
function unitOf({ cell }: ReadRow<MeasureColumn>): string {
  const unit = titleOf(cell('unit')) ?? '';
  if (unit.length > longestUnit)
    cell('unit').refuse('tooLong', `${cell('unit').column} has ${unit.length} characters; at most ${longestUnit} are kept.`);
  return unit === '' && !cell('unit').filled && cell('target').value.endsWith('%') ? '%' : unit;
}

/** `8`, `8.5`, `8,5`, `90 %`; not `1,000`, of which nobody can tell whether it is a thousand or one. */
function numberOf(cell: Cell): number | undefined {
  if (cell.value === '') return undefined;
  const written = cell.value.replace(/\s*%$/, '');
  const isNumber = /^[+-]?\d+([.,]\d+)?(e[+-]?\d+)?$/i.test(written) && !/^[+-]?[1-9]\d{0,2},\d{3}$/.test(written);
  const number = isNumber ? Number(written.replace(',', '.')) : Number.NaN;
  return Number.isFinite(number) ? number : cell.refuse('wrongValue', `"${short(cell.value)}" is not a number. Write it as 1000 or 8.5.`);
}
