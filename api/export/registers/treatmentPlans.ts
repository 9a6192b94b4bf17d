import type { TreatmentPlan } from '../../../domain/records/treatmentPlan.ts';
import { day, type Exported, type Naming, type Value, words } from '../values.ts';

type Item = Partial<TreatmentPlan['items'][number]>;
type Column = (plan: TreatmentPlan, item: Item, naming: Naming) => Value;

const columns: Record<string, Column> = {
  id: ({ id }) => id,
  risk: ({ risk }) => risk,
  run: ({ run }) => run,
  round: ({ round }) => round,
  status: ({ status }) => status,
  options: ({ options }) => words(options),
  reason: ({ reason }) => reason,
  expected_likelihood: ({ expected }) => expected?.likelihood,
  expected_consequence: ({ expected }) => expected?.consequence,
  control: (_plan, { control }) => control,
  responsible: (_plan, { responsible }, naming) => naming(responsible),
  due: (_plan, { due }) => day(due),
  resources: (_plan, { resources }) => resources,
  measured_by: (_plan, { measuredBy }) => measuredBy,
  state: (_plan, { state }) => state,
  carried_out_by_run: (_plan, item) => item.run,
};

/** Plans of treatment, to read and to evaluate: one row for each control that is to be brought about, or one for a plan without any. */
export const treatmentPlans: Exported<TreatmentPlan> = {
  columns: Object.keys(columns),
  rowsOf: (plan, naming) =>
    (plan.items.length === 0 ? [{}] : plan.items).map((item) => Object.values(columns).map((of) => of(plan, item, naming))),
};
