import type { Instant } from '../../../domain/records/common.ts';
import type { Measure, Measurement, Objective } from '../../../domain/records/measurement.ts';
import type { MeasureColumn } from '../../import/measures.ts';
import type { ObjectiveColumn } from '../../import/objectives.ts';
import { day, rowByRow, type Value } from '../values.ts';

const instant = (at: Instant | undefined): Value => (at === undefined ? undefined : { at });

/** Objectives and measures as an import reads them. */
export const objectives = rowByRow<Objective, ObjectiveColumn>({
  reference: ({ id }) => id,
  name: ({ name }) => name,
  work: ({ work }) => work,
  resources: ({ resources }) => resources,
  responsible: ({ responsible }, naming) => naming(responsible),
  due: ({ due }) => day(due),
  judged_by: ({ judgedBy }) => judgedBy,
  status: ({ status }) => status,
  result: ({ result }) => result,
  approved_by: ({ approvedBy }, naming) => naming(approvedBy?.person),
});

export const measures = rowByRow<Measure, MeasureColumn>({
  reference: ({ id }) => id,
  name: ({ name }) => name,
  method: ({ method }) => method,
  unit: ({ unit }) => unit,
  source: ({ source }) => source,
  every: ({ every }) => every,
  measurer: ({ measurer }, naming) => naming(measurer),
  analyst: ({ analyst }, naming) => naming(analyst),
  objective: ({ objective }) => objective,
  control: ({ control }) => control,
  target: ({ target }) => target,
  direction: ({ direction }) => direction,
  status: ({ status }) => status,
});

/** Values of measures, to read and to evaluate; nothing imports them. */
export const measurements = rowByRow({
  id: ({ id }: Measurement) => id,
  measure: ({ measure }) => measure,
  period: ({ period }) => period,
  value: ({ value }) => value,
  gap: ({ gap }) => gap,
  evidence: ({ evidence }) => evidence,
  target: ({ target }) => target,
  on_target: ({ onTarget }) => onTarget,
  collected_by: ({ collectedBy }, naming) => naming(collectedBy.person),
  collected_at_utc: ({ collectedAt }) => instant(collectedAt),
  analysis: ({ analysis }) => analysis,
  response: ({ response }) => response,
  analysed_by: ({ analysedBy }, naming) => naming(analysedBy?.person),
  analysed_at_utc: ({ analysedAt }) => instant(analysedAt),
  run: ({ run }) => run,
});
