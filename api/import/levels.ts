import type { Levels } from '../../domain/records/common.ts';
import type { RiskCriteria } from '../../domain/records/riskCriteria.ts';
import type { Cell } from './cell.ts';
import { short } from './values.ts';

type Scales = Pick<RiskCriteria, 'likelihood' | 'consequence'>;

/** Both levels of a judgement; undefined when both cells are empty, or something is wrong with one. One without the other is refused. */
export function levelsOf(likelihoodCell: Cell, consequenceCell: Cell, criteria: Scales): Levels | undefined {
  const likelihood = levelOf(likelihoodCell, criteria.likelihood);
  const consequence = levelOf(consequenceCell, criteria.consequence);
  if (likelihood !== undefined && consequence !== undefined) return { likelihood, consequence };
  needsTheOther(likelihoodCell, consequenceCell);
  needsTheOther(consequenceCell, likelihoodCell);
  return undefined;
}

function needsTheOther(empty: Cell, given: Cell): void {
  if (!empty.filled && given.filled) empty.refuse('required', `${empty.column} must not be empty, because ${given.column} is given.`);
}

/** A step of the scale by its number or its label. */
function levelOf(cell: Cell, scale: readonly string[]): number | undefined {
  if (cell.value === '') return undefined;
  const number = /^\d+([.,]0+)?$/.test(cell.value)
    ? Number.parseInt(cell.value, 10)
    : 1 + scale.findIndex((label) => same(label, cell.value));
  if (number >= 1 && number <= scale.length) return number;
  const steps = scale.map((label, i) => `${i + 1} ${label}`).join(', ');
  return cell.refuse('levelOffScale', `"${short(cell.value)}" is off the scale, which is ${steps}.`);
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
