import type { ControlCheck } from '../../../domain/records/control.ts';
import { day, rowByRow } from '../values.ts';

/** Checks of controls, to read and to evaluate; nothing imports them. */
export const controlChecks = rowByRow({
  id: ({ id }: ControlCheck) => id,
  control: ({ control }) => control,
  name: ({ name }) => name,
  owner: ({ owner }, naming) => naming(owner),
  checked_at_utc: ({ at }) => ({ at }),
  checked_by: ({ by }, naming) => naming(by.person),
  design: ({ design }) => design,
  operation: ({ operation }) => operation,
  result: ({ result }) => result,
  before: ({ before }) => before,
  sample: ({ sample }) => sample,
  finding: ({ finding }) => finding,
  valid_until: ({ validUntil }) => day(validUntil),
  duties_waived: ({ dutiesWaived }) => dutiesWaived,
  run: ({ run }) => run,
});
