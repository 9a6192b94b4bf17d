import type { Cycle, PlannedRun } from '../../../domain/records/cycle.ts';
import { day, rowByRow, type Value } from '../values.ts';

/** The years of the wheel and what they plan, to read and to evaluate; nothing imports them. */
export const cycles = rowByRow({
  id: ({ id }: Cycle) => id,
  period: ({ period }) => period,
  status: ({ status }) => status,
  owner: ({ owner }, naming) => naming(owner),
  priorities: ({ priorities }) => priorities,
  means: ({ means }) => means,
  approved_by: ({ approvedBy }, naming) => naming(approvedBy?.person),
  approved_at_utc: ({ approvedAt }): Value => (approvedAt === undefined ? undefined : { at: approvedAt }),
  learned: ({ learned }) => learned,
  carried_over: ({ carriedOver }) => carriedOver,
  run: ({ run }) => run,
});

export const plannedRuns = rowByRow({
  id: ({ id }: PlannedRun) => id,
  cycle: ({ cycle }) => cycle,
  process: ({ process }) => process,
  key: ({ key }) => key,
  opens_on: ({ opensOn }) => day(opensOn),
  closes_by: ({ closesBy }) => day(closesBy),
  status: ({ status }) => status,
  run: ({ run }) => run,
  added_because: ({ addedBecause }) => addedBecause,
  waived_because: ({ waivedBecause }) => waivedBecause,
});
