/** The registers that an import reads; an export of them has the same columns. */
export const importable = [
  'people',
  'risks',
  'controls',
  'riskCriteria',
  'interestedParties',
  'requirements',
  'issues',
  'objectives',
  'measures',
  'documents',
] as const;
export type Importable = (typeof importable)[number];
