import { annexAComparison } from './annexA.ts';
import { treatmentPlans } from './plans.ts';
import { treatmentReasons } from './reasons.ts';
import { residuals } from './residuals.ts';
import { controlsToMeasure } from './toMeasure.ts';

/** What can be frozen about a plan of treatment, by what is asked. */
export const treatmentDrafters = { treatmentReasons, annexAComparison, treatmentPlans, residuals, controlsToMeasure };
