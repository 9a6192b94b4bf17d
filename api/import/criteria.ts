import { criteriaPreset } from '../../domain/criteria.ts';
import { Band } from '../../domain/records/common.ts';
import type { RiskCriteria } from '../../domain/records/riskCriteria.ts';
import type { Cell } from './cell.ts';
import { choiceOf, choices } from './choices.ts';
import { type Columns, mapColumns, type ReadRow } from './columns.ts';
import type { ImportContext } from './context.ts';
import { nameKey } from './nameKey.ts';
import type { Table } from './readTable.ts';
import type { ImportResult, Problem } from './report.ts';
import { required, short, titleOf, wholeOf, wordsOf } from './values.ts';

export type CriteriaDraft = Omit<RiskCriteria, 'createdAt'>;

export const criteriaColumns = {
  kind: { required: true },
  level: { required: true },
  value: { required: true },
} as const satisfies Columns<string>;
export type CriteriaColumn = keyof typeof criteriaColumns;

const kindNames = ['likelihood', 'consequence', 'matrix', 'acceptable', 'authority', 'validity', 'review', 'implementation'] as const;
export type CriteriaKind = (typeof kindNames)[number];
const kinds = choices(kindNames);
const bands = choices(Band.options);
const authorities = choices(['riskOwner', 'topManagement']);

/** What the rows said so far: labels of both scales by level, rows of the matrix by likelihood, and what differs from the usual rules. */
type Said = {
  scales: Record<'likelihood' | 'consequence', Map<number, string>>;
  matrix: Map<number, { bands: Band[]; cell: Cell }>;
  acceptable?: Band;
  rules: RiskCriteria['bands'];
};

/**
 * Reads one new version of the risk criteria (6.1.2 a) from rows of `kind, level, value`: the steps of both scales, one row of bands
 * for each likelihood and, where they differ from ours, `acceptable`, `authority`, `validity` and `review` (months) and `implementation` (working days) of a band.
 */
export function readCriteria(table: Table, context: Pick<ImportContext, 'criteria'>): ImportResult<CriteriaDraft> {
  const report: Problem[] = [];
  const mapped = mapColumns<CriteriaColumn>(table, criteriaColumns, report);
  const usual = criteriaPreset(5, { id: 'criteria-1', version: 1, createdAt: '' });
  const said: Said = { scales: { likelihood: new Map(), consequence: new Map() }, matrix: new Map(), rules: usual.bands };
  const seen = new Map<string, number>();
  if (mapped.complete) mapped.each((row) => hear(row, said, seen));
  const missing = (column: CriteriaColumn, reason: string) => report.push({ row: table.header.row, column, code: 'required', reason });
  if (mapped.complete && report.length === 0) checkWhole(said, missing);
  const rows = mapped.complete && report.length === 0 ? [draftOf(said, context.criteria.version + 1)] : [];
  return { rows, report, notes: mapped.notes, ignored: mapped.ignored };
}

const draftOf = ({ scales, matrix, acceptable = 'low', rules }: Said, version: number): CriteriaDraft => ({
  id: `criteria-${version}`,
  version,
  likelihood: inOrder(scales.likelihood),
  consequence: inOrder(scales.consequence),
  matrix: inOrder(matrix).map(({ bands }) => bands),
  acceptableUpTo: acceptable,
  bands: rules,
});

const inOrder = <T>(byLevel: ReadonlyMap<number, T>): T[] => [...byLevel].sort(([a], [b]) => a - b).map(([, value]) => value);

function hear(row: ReadRow<CriteriaColumn>, said: Said, seen: Map<string, number>): void {
  const [kindCell, level, value] = [row.cell('kind'), row.cell('level'), row.cell('value')];
  const kind = required(kindCell, choiceOf(kindCell, kinds, 'unknownKind'));
  if (kind === undefined || required(value, value.value) === undefined) return;
  const key = `${kind}/${nameKey(level.value)}`;
  const before = seen.get(key);
  if (before !== undefined) kindCell.refuse('duplicateRow', `Row ${before} says this already.`);
  else hearers[kind](said, level, value);
  seen.set(key, row.row);
}

const hearScale = (kind: 'likelihood' | 'consequence') => (said: Said, level: Cell, value: Cell) => {
  const step = wholeOf(level, 1, 5, 'levelOffScale');
  const label = titleOf(value);
  if (step === undefined || label === undefined) return;
  if (inOrder(said.scales[kind]).some((one) => nameKey(one) === nameKey(label)))
    value.refuse('duplicateRow', `Two levels are called "${short(label)}".`);
  said.scales[kind].set(step, label);
};

const hearRule =
  (set: (rule: RiskCriteria['bands'][number], value: Cell) => Partial<RiskCriteria['bands'][number]>) =>
  (said: Said, level: Cell, value: Cell) => {
    const band = required(level, choiceOf(level, bands, 'unknownBand'));
    said.rules = said.rules.map((rule) => (rule.band === band ? { ...rule, ...set(rule, value) } : rule));
  };

const hearers: Record<CriteriaKind, (said: Said, level: Cell, value: Cell) => void> = {
  likelihood: hearScale('likelihood'),
  consequence: hearScale('consequence'),
  matrix(said, level, cell) {
    const step = wholeOf(level, 1, 5, 'levelOffScale');
    const row = wordsOf(cell).flatMap((word) => choiceOf(cell, bands, 'unknownBand', word) ?? []);
    if (step !== undefined) said.matrix.set(step, { bands: row, cell });
  },
  acceptable(said, _level, value) {
    const band = choiceOf(value, bands, 'unknownBand');
    if (band !== undefined) said.acceptable = band;
  },
  authority: hearRule((rule, value) => ({ authority: choiceOf(value, authorities, 'unknownRole') ?? rule.authority })),
  validity: hearRule((rule, value) => ({ validMonths: wholeOf(value, 1, 12) ?? rule.validMonths })),
  review: hearRule((rule, value) => ({ reviewMonths: wholeOf(value, 1, 12) ?? rule.reviewMonths })),
  implementation: hearRule((rule, value) => {
    const implementDays = wholeOf(value, 2, 750) ?? rule.implementDays;
    return implementDays === undefined ? {} : { implementDays };
  }),
};

function checkWhole({ scales, matrix }: Said, missing: (column: CriteriaColumn, reason: string) => void): void {
  for (const kind of ['likelihood', 'consequence'] as const) {
    const { size } = scales[kind];
    if (size < 3) missing('kind', `The scale of ${kind} needs three to five levels; it has ${size}.`);
    else if (Math.max(...scales[kind].keys()) !== size) missing('level', `The levels of ${kind} must be 1 to ${size} without a gap.`);
  }
  for (const step of scales.likelihood.keys()) if (!matrix.has(step)) missing('kind', `The matrix needs a row for likelihood ${step}.`);
  for (const [step, { bands: row, cell }] of matrix) {
    if (!scales.likelihood.has(step)) cell.refuse('levelOffScale', `There is no likelihood ${step}.`);
    if (row.length !== scales.consequence.size)
      cell.refuse('wrongValue', `The row needs one band for each of the ${scales.consequence.size} consequences; it has ${row.length}.`);
  }
}
