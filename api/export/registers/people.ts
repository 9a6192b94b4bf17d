import type { Person } from '../../../domain/records/person.ts';
import type { PersonColumn } from '../../import/people.ts';
import { rowByRow, words } from '../values.ts';

/** People as an import reads them. What the product does with them (ids, invitations) stays here. */
export const people = rowByRow<Person, PersonColumn>({
  name: ({ name }) => name,
  email: ({ email }) => email,
  roles: ({ roles }) => words(roles.map(({ role, scope }) => (scope === undefined ? role : `${role}@${scope}`))),
  site: ({ site }) => site,
  manager: ({ manager }, naming) => naming(manager),
  deputy: ({ deputy }, naming) => naming(deputy),
  language: ({ language }) => language,
  absences: ({ absences }) => words(absences.map(({ from, to }) => `${from}..${to}`)),
  status: ({ status }) => status,
});
