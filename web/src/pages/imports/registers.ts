import type { Exportable } from '../../../../domain/exportable.ts';
import type { Importable } from '../../../../domain/importable.ts';

const imported: Record<Importable, true> = {
  ...{ people: true, riskCriteria: true, controls: true, risks: true, interestedParties: true, requirements: true, issues: true },
  ...{ objectives: true, measures: true, documents: true },
};

const exported: Record<Exportable, true> = {
  ...{ people: true, risks: true, controls: true, riskCriteria: true, assessments: true, acceptances: true, treatmentPlans: true },
  ...{ controlChecks: true, rollouts: true, rolloutItems: true, documents: true, documentVersions: true, campaigns: true },
  ...{ objectives: true, measures: true, measurements: true, nonconformities: true, proposals: true, improvements: true, changes: true },
  ...{ auditProgrammes: true, audits: true, auditFindings: true, managementReviews: true, reviewInputs: true, reviewDecisions: true },
  ...{ cycles: true, plannedRuns: true, issues: true, interestedParties: true, requirements: true, scopes: true, policies: true },
};

/** In the order in which each finds there what it names. */
export const importable = Object.keys(imported) as Importable[];
export const exportable = Object.keys(exported) as Exportable[];
