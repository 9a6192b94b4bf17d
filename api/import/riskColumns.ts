import { Property, Risk, TreatmentOption } from '../../domain/records/risk.ts';
import { choices } from './choices.ts';
import type { Columns } from './columns.ts';

/** Columns of the risk register and the names that other products and spreadsheets give them. */
export const riskColumns = {
  reference: { required: true, also: ['ref_id', 'id'] },
  name: { required: true, also: ['risk'] },
  description: {},
  owner: { required: true, also: ['risk_owner'] },
  assets: {},
  threat: {},
  vulnerability: {},
  property: { also: ['properties'] },
  inherent_likelihood: { also: ['inherent_proba'] },
  inherent_consequence: { also: ['inherent_impact'] },
  current_likelihood: { also: ['current_proba', 'probability', 'likelihood'] },
  current_consequence: { also: ['current_impact', 'impact', 'consequence'] },
  residual_likelihood: { also: ['residual_proba'] },
  residual_consequence: { also: ['residual_impact'] },
  treatment: {},
  controls: {},
  existing_controls: {},
  additional_controls: { also: ['applied_controls'] },
  assessed_on: {},
  assessor: { also: ['assessed_by'] },
  next_review: {},
  status: {},
} as const satisfies Columns<string>;
export type RiskColumn = keyof typeof riskColumns;

export const properties = choices(Property.options, { confidentiality: ['c'], integrity: ['i'], availability: ['a'] });

export const treatments = choices(TreatmentOption.options, {
  modify: ['mitigate', 'reduce', 'treat'],
  retain: ['accept', 'tolerate'],
  avoid: ['terminate'],
  share: ['transfer'],
});
/** Words in the treatment column that say that nothing was decided yet. */
export const undecided: readonly string[] = ['open', 'none', 'undecided'];

export const statuses = choices(Risk.shape.status.options, {
  draft: ['new', 'identified'],
  active: ['open', 'assessed'],
  treating: ['in treatment', 'in progress', 'mitigating', 'mitigated', 'mitigate'],
  retained: ['accepted', 'accept'],
  avoided: ['avoid'],
  closed: ['done', 'resolved'],
});
