import { auditProgrammes } from './auditProgrammes.ts';
import { auditFindings, audits } from './audits.ts';
import { campaigns } from './campaigns.ts';
import { context } from './context.ts';
import { controls } from './controls.ts';
import { cycles, plannedRuns } from './cycles.ts';
import { documentVersions } from './documents.ts';
import type { Drafter } from './draft.ts';
import { foundations } from './foundations.ts';
import { implementations } from './implementations.ts';
import { managementReviews, reviewDecisions, reviewInputs } from './managementReviews.ts';
import { measures, objectives, quarters } from './measurements.ts';
import { nonconformities } from './nonconformities.ts';
import { occasions } from './occasions.ts';
import { changes } from './plannedChanges.ts';
import { proposals } from './proposals.ts';
import { endedExceptions, rollouts } from './rollouts.ts';
import { treatmentDrafters } from './treatment/index.ts';

const all = {
  ...{ context, measures, nonconformities, objectives, occasions, proposals, quarters },
  ...{ controls, implementations, rollouts, ...treatmentDrafters },
  ...{ auditProgrammes, audits, auditFindings, managementReviews, reviewInputs, reviewDecisions, cycles, plannedRuns, foundations },
  changes,
  campaigns,
  documentVersions,
  endedExceptions,
} satisfies Record<string, Drafter>;
export type Drafted = keyof typeof all;

/** What can be frozen for somebody who is asked, by the register it is about. */
export const drafters: Record<Drafted, Drafter> = all;
