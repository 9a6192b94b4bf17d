import type { Acceptance } from '../../../../domain/records/acceptance.ts';
import type { Who } from '../../data/queries.ts';

/** Its owner, whoever approved it, the ISMS manager and top management; the API decides anyway. */
export const mayRevoke = ({ state, owner, decidedBy }: Acceptance, { person, roles }: Who): boolean =>
  state === 'accepted' &&
  (person === owner || person === decidedBy?.person || roles.includes('ismsManager') || roles.includes('topManagement'));
