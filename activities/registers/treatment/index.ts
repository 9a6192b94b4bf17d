import type { Deps } from '../../deps.ts';
import { createTreatedControlWrites } from './controls.ts';
import { createPlanWrites } from './plans.ts';

/** What the treatment of a risk writes. */
export const createTreatmentWrites = (deps: Deps) => ({ ...createPlanWrites(deps), ...createTreatedControlWrites(deps) });
