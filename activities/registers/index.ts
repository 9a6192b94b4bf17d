import { createCampaignWrites } from '../campaign/index.ts';
import type { Deps } from '../deps.ts';
import type { Post } from '../post.ts';
import { createAcceptanceWrites } from './acceptances.ts';
import { createAssessRisk } from './assessRisk.ts';
import { createProgrammeWrites } from './auditProgrammes.ts';
import { createAuditWrites } from './audits.ts';
import { createBriefs } from './briefs.ts';
import { createRecordWrites } from './byFlow.ts';
import { createContextWrites } from './context.ts';
import { createControlWrites } from './controls.ts';
import { createCycleWrites } from './cycles.ts';
import { createDocumentWrites } from './documents.ts';
import { createReviewWrites } from './managementReviews.ts';
import { createMeasuringWrites } from './measuring.ts';
import { createNonconformityWrites } from './nonconformities.ts';
import { createChangeWrites } from './plannedChanges.ts';
import { createRolloutWrites } from './rollouts.ts';
import { createSetupWrites } from './setup.ts';
import { createTreatmentWrites } from './treatment/index.ts';

/** Changes of registers that flows make: trailed, and made once however often they are tried. */
export const createWrites = (deps: Deps, post: Post) => ({
  assessRisk: createAssessRisk(deps),
  ...createAcceptanceWrites(deps, post),
  ...createRecordWrites(deps),
  ...createBriefs(deps),
  ...createNonconformityWrites(deps),
  ...createContextWrites(deps),
  ...createMeasuringWrites(deps),
  ...createControlWrites(deps),
  ...createRolloutWrites(deps),
  ...createTreatmentWrites(deps),
  ...createProgrammeWrites(deps),
  ...createAuditWrites(deps),
  ...createReviewWrites(deps),
  ...createCycleWrites(deps),
  ...createSetupWrites(deps),
  ...createChangeWrites(deps),
  ...createDocumentWrites(deps),
  ...createCampaignWrites(deps, post),
});

export { createReads, type Reads } from './reads.ts';
export type Writes = ReturnType<typeof createWrites>;
