import type { Risk } from '../../records/risk.ts';
import type { PersonKey } from '../people.ts';

/** Likelihood and consequence. */
export type Pair = [likelihood: number, consequence: number];

/** A risk as the example writes it down; dates follow from the quarter in which the organization is created. */
export type ExampleRisk = Pick<
  Risk,
  'id' | 'name' | 'description' | 'assets' | 'threat' | 'vulnerability' | 'properties' | 'treatment' | 'status'
> & {
  owner: PersonKey;
  inherent: Pair;
  current: Pair;
  target: Pair;
  /** References of its controls by what they act on. */
  lessLikely: string[];
  lessBad: string[];
  /** Working day of the last quarter on which the owner judged it, and why so. */
  judgedOn: number;
  reason: string;
  /** When it is looked at again: next quarter, or when the criteria say so for its band. */
  review: 'nextQuarter' | 'byBand';
};
