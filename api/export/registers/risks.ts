import type { Levels } from '../../../domain/records/common.ts';
import type { Risk } from '../../../domain/records/risk.ts';
import type { RiskColumn } from '../../import/riskColumns.ts';
import { day, rowByRow, titles, words } from '../values.ts';

/** Two columns that an import reads beside `controls`, for registers that call them so. */
type OtherNames = 'existing_controls' | 'additional_controls';

const level = (kind: 'inherent' | 'current' | 'residual', scale: keyof Levels) => (risk: Risk) => risk[kind]?.[scale];

/** `CTL-007@likelihood@strong@network`, as far as there is something to say. */
function acting({ control, actsOn, strength, group }: Risk['controls'][number]): string {
  if (group !== undefined) return [control, actsOn, strength ?? '', group].join('@');
  if (strength !== undefined) return [control, actsOn, strength].join('@');
  return actsOn === 'both' ? control : `${control}@${actsOn}`;
}

/** Risks as an import reads them, with the last assessment; earlier ones are a register of their own. */
export const risks = rowByRow<Risk, Exclude<RiskColumn, OtherNames>>({
  reference: ({ id }) => id,
  name: ({ name }) => name,
  description: ({ description }) => description,
  owner: ({ owner }, naming) => naming(owner),
  assets: ({ assets }) => titles(assets),
  threat: ({ threat }) => threat,
  vulnerability: ({ vulnerability }) => vulnerability,
  property: ({ properties }) => words(properties),
  inherent_likelihood: level('inherent', 'likelihood'),
  inherent_consequence: level('inherent', 'consequence'),
  current_likelihood: level('current', 'likelihood'),
  current_consequence: level('current', 'consequence'),
  residual_likelihood: level('residual', 'likelihood'),
  residual_consequence: level('residual', 'consequence'),
  treatment: ({ treatment }) => words(treatment),
  controls: ({ controls }) => titles(controls.map(acting)),
  assessed_on: ({ lastAssessment }) => day(lastAssessment?.day),
  assessor: ({ lastAssessment }, naming) => naming(lastAssessment?.by),
  next_review: ({ nextReview }) => day(nextReview),
  status: ({ status }) => status,
});
