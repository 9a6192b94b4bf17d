import type { RiskCriteria } from '../../../domain/records/riskCriteria.ts';
import type { CriteriaColumn, CriteriaKind } from '../../import/criteria.ts';
import type { Exported, Value } from '../values.ts';

const columns: readonly CriteriaColumn[] = ['kind', 'level', 'value'];

/** One version of the risk criteria, as an import reads it: the steps of both scales, the matrix, the rules of each band. */
export const riskCriteria: Exported<RiskCriteria> = {
  columns,
  rowsOf: ({ likelihood, consequence, matrix, acceptableUpTo, bands }) => [
    ...stepsOf('likelihood', likelihood),
    ...stepsOf('consequence', consequence),
    ...stepsOf(
      'matrix',
      matrix.map((row) => row.join('|')),
    ),
    ['acceptable', undefined, acceptableUpTo] satisfies Row,
    ...bands.flatMap(({ band, authority, validMonths, reviewMonths, implementDays }): Row[] => [
      ['authority', band, authority],
      ['validity', band, validMonths],
      ['review', band, reviewMonths],
      ...(implementDays === undefined ? [] : [['implementation', band, implementDays] satisfies Row]),
    ]),
  ],
};

type Row = [kind: CriteriaKind, level: Value, value: Value];

const stepsOf = (kind: CriteriaKind, steps: readonly string[]): Row[] => steps.map((value, i) => [kind, i + 1, value]);
