import type { Day, Levels } from './records/common.ts';
import type { Control } from './records/control.ts';
import type { Risk, RiskControl } from './records/risk.ts';
import type { TreatmentPlan } from './records/treatmentPlan.ts';
import { effectivenessOn } from './rules/control.ts';
import { type Counting, residualOf } from './rules/residual.ts';

/** A control with what it does to one risk. */
export type ControlOfRisk = { link: RiskControl; control: Control };

/** Still to be brought about. */
export const isPlanned = ({ control: { status } }: Pick<ControlOfRisk, 'control'>): boolean =>
  status === 'planned' || status === 'implementing';

type Treated = Pick<TreatmentPlan, 'before' | 'added'>;

/**
 * What is computed to be left of the risk: from its level without controls by all of them; where nobody has judged that, from the level when the
 * treatment was begun by those that came since. Nothing where the risk was never judged.
 */
export function proposedLevels(
  { inherent }: Pick<Risk, 'inherent'>,
  { before, added }: Treated,
  controls: readonly ControlOfRisk[],
  { counting, today }: { counting: Counting; today: Day },
): Levels | undefined {
  const from = inherent ?? before;
  if (from === undefined) return undefined;
  const counted = inherent === undefined ? controls.filter(({ control }) => added.includes(control.id)) : controls;
  return residualOf(
    from,
    counted.map((one) => standingOf(one, today)),
    counting,
  );
}

/** How a control of a risk stands on a day: a check that has expired says nothing any more. */
export const standingOf = ({ link, control }: ControlOfRisk, today: Day) => ({
  ...{ ...link, status: control.status, effectiveness: control.effectiveness },
  isExpired: effectivenessOn(control, today) !== control.effectiveness,
});

/** What a control is taken to act on by the Annex A controls it serves: what prevents makes less likely, what detects or corrects less bad. */
export function usuallyActsOn(controlTypes: readonly string[]): RiskControl['actsOn'] {
  const prevents = controlTypes.includes('Preventive');
  const mends = controlTypes.some((type) => type !== 'Preventive');
  return prevents === mends ? 'both' : prevents ? 'likelihood' : 'consequence';
}
