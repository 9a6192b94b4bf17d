import type { Control } from '../../../domain/records/control.ts';
import type { ControlColumn } from '../../import/controls.ts';
import { day, rowByRow, words } from '../values.ts';

/** Controls as an import reads them. */
export const controls = rowByRow<Control, ControlColumn>({
  reference: ({ id }) => id,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  description: ({ description }) => description,
  owner: ({ owner }, naming) => naming(owner),
  status: ({ status }) => status,
  effectiveness: ({ effectiveness }) => effectiveness,
  checked_on: ({ checkedOn }) => day(checkedOn),
  // Not 8.1 for 8.10: a spreadsheet that opens a CSV file takes what looks like a number for one.
  annex_a: ({ annexA }) => words(annexA.map((id) => `A.${id}`)),
  check_every: ({ checkEvery }) => checkEvery,
  next_check: ({ nextCheck }) => day(nextCheck),
  tester: ({ tester }, naming) => naming(tester),
});
