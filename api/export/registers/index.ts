import type { Exportable } from '../../../domain/exportable.ts';
import { acceptances } from './acceptances.ts';
import { assessments } from './assessments.ts';
import { auditFindings, auditProgrammes, audits, improvements } from './auditing.ts';
import { campaigns } from './campaigns.ts';
import { interestedParties, issues, policies, requirements, scopes } from './context.ts';
import { controlChecks } from './controlChecks.ts';
import { controls } from './controls.ts';
import { cycles, plannedRuns } from './cycles.ts';
import { documents, documentVersions } from './documents.ts';
import { managementReviews, reviewDecisions, reviewInputs } from './managementReviews.ts';
import { measurements, measures, objectives } from './measuring.ts';
import { nonconformities } from './nonconformities.ts';
import { people } from './people.ts';
import { changes } from './plannedChanges.ts';
import { proposals } from './proposals.ts';
import { riskCriteria } from './riskCriteria.ts';
import { risks } from './risks.ts';
import { rolloutItems, rollouts } from './rollouts.ts';
import { treatmentPlans } from './treatmentPlans.ts';

/** The registers that can be exported; those that can be imported have the columns of their import. */
export const exported = {
  people,
  controls,
  risks,
  riskCriteria,
  assessments,
  acceptances,
  nonconformities,
  proposals,
  controlChecks,
  rollouts,
  rolloutItems,
  treatmentPlans,
  ...{ auditProgrammes, audits, auditFindings, improvements, managementReviews, reviewInputs, reviewDecisions },
  ...{ cycles, plannedRuns },
  changes,
  campaigns,
  ...{ issues, interestedParties, requirements, scopes, policies },
  ...{ objectives, measures, measurements },
  ...{ documents, documentVersions },
} satisfies Record<Exportable, unknown>;
