import type { Role } from '../../../domain/records/common.ts';

const each: Record<Role, true> = {
  ...{ topManagement: true, ismsManager: true, processOwner: true, riskOwner: true, controlOwner: true, assetOwner: true },
  ...{ documentOwner: true, auditProgrammeManager: true, auditor: true, supplierManager: true, incidentManager: true },
  ...{ continuityManager: true, itOperations: true, humanResources: true, legal: true, everyone: true },
};

/** All roles that somebody can hold, in their order. */
export const roles = Object.keys(each) as Role[];
