import { audits } from './checks/audits.en.ts';
import { cycles } from './checks/cycles.en.ts';
import { documents } from './checks/documents.en.ts';
import { nonconformities } from './checks/nonconformities.en.ts';
import { reviews } from './checks/reviews.en.ts';
import { trail } from './checks/trail.en.ts';

/** Words of what is checked and acted upon: nonconformities, audits, reviews, documents, years and the trail. */
export const checks = {
  ...{ audits, cycles, documents, nonconformities, reviews, trail },
  share: '{{n}} of {{of}}',
  role: {
    topManagement: 'top management',
    ismsManager: 'ISMS managers',
    processOwner: 'process owners',
    riskOwner: 'risk owners',
    controlOwner: 'control owners',
    assetOwner: 'asset owners',
    documentOwner: 'document owners',
    auditProgrammeManager: 'audit programme managers',
    auditor: 'auditors',
    supplierManager: 'supplier managers',
    incidentManager: 'incident managers',
    continuityManager: 'continuity managers',
    itOperations: 'IT operations',
    humanResources: 'human resources',
    legal: 'legal',
    everyone: 'everybody',
  },
};
