import { context } from './context.ts';
import { controls } from './controls.ts';
import type { Drafter } from './draft.ts';
import { measures, objectives, quarters } from './measurements.ts';
import { implementations } from './implementations.ts';
import { nonconformities } from './nonconformities.ts';
import { occasions } from './occasions.ts';
import { proposals } from './proposals.ts';
import { rollouts } from './rollouts.ts';
import { treatmentDrafters } from './treatment/index.ts';

/** What can be frozen for somebody who is asked, by the register it is about. */
export const drafters = {
  context,
  measures,
  nonconformities,
  objectives,
  occasions,
  proposals,
  quarters,
  controls,
  implementations,
  rollouts,
  ...treatmentDrafters,
} satisfies Record<string, Drafter>;
export type Drafted = keyof typeof drafters;
