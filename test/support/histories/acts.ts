import type { By } from '../../../domain/rules/taskShape.ts';
import { ids } from '../organization.ts';

const signedIn = (person: string, ...roles: string[]): By => ({ person, roles, via: 'login' });

/** The people of the test organization as they act. */
export const by = {
  lukas: signedIn(ids.lukas, 'riskOwner'),
  lukasByLink: { person: ids.lukas, roles: [], via: 'link', link: 'abc' } as By,
  marta: signedIn(ids.marta, 'riskOwner'),
  hanna: signedIn(ids.hanna, 'ismsManager'),
  tove: signedIn(ids.tove, 'topManagement'),
};

export const outcome = { likelihood: 4, consequence: 4, verdict: 'change', reason: 'Seen with the team.' };
export const reason = 'The supplier answers next week.';
