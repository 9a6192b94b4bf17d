import type { Band, Day, Instant } from '../../../domain/records/common.ts';
import type { Risk } from '../../../domain/records/risk.ts';
import type { ControlFact, ScaleLabels } from './types.ts';

/** In what the risk of today is not what was frozen. */
export type Difference =
  | { kind: 'level'; likelihood: number; consequence: number; band: Band }
  | { kind: 'owner'; name: string }
  | { kind: 'controls' }
  | { kind: 'status'; status: Risk['status'] }
  | { kind: 'control'; control: string; status: ControlFact['status']; effectiveness: ControlFact['effectiveness'] }
  | { kind: 'gone'; control: string };

/** Who said something, when; `name` is left out when it was the reader. */
export type SaidBy = { name?: string | undefined; at: Instant };

/**
 * What is decided on, as it was frozen, and what was asked for. `months` is the longest that the criteria allow for the band, `until` the day that it
 * would hold to if it were decided today; both are left out once it is decided.
 */
export type FrozenFacts = {
  description: string;
  band: Band;
  likelihood: number;
  consequence: number;
  /** Words of the scales by which it was judged. */
  labels?: ScaleLabels | undefined;
  criteriaVersion?: number | undefined;
  frozenAt: Instant;
  owner: string;
  controls: ControlFact[];
  authority: 'riskOwner' | 'topManagement';
  months?: number | undefined;
  until?: Day | undefined;
  request?: (SaidBy & { justification: string; measures: string }) | undefined;
  returned?: { name: string; at: Instant; reason: string } | undefined;
  /** Acceptances of the same risk before. */
  before: { times: number; until?: Day | undefined };
  differences: Difference[];
};
