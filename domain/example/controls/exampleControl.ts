import type { Control } from '../../records/control.ts';
import type { PersonKey } from '../people.ts';

/** A control as the example writes it down: dates are days before the organization was created. */
export type ExampleControl = Pick<Control, 'id' | 'name' | 'description' | 'annexA' | 'checkEvery'> & {
  owner: PersonKey;
  /** Who looks at it, where that is not the ISMS manager. */
  tester?: PersonKey;
  /** Implemented unless said otherwise. */
  status?: Control['status'];
  /** Result of the last check, and how many days ago it was. */
  checked?: [Exclude<Control['effectiveness'], 'untested'>, daysAgo: number];
};
