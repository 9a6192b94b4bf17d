import type { Person } from '../../../domain/records/person.ts';
import { joined, separators } from '../../import/escaping.ts';
import type { PersonColumn } from '../../import/people.ts';
import { rowByRow } from '../values.ts';

/** People as an import reads them. What the product does with them (ids, invitations) stays here. */
export const people = rowByRow<Person, PersonColumn>({
  name: ({ name }) => name,
  email: ({ email }) => email,
  roles: ({ roles }) =>
    joined(
      roles.map(({ role, scope }) => (scope === undefined ? role : `${role}@${scope}`)),
      separators.words,
    ),
  site: ({ site }) => site,
  manager: ({ manager }, naming) => naming(manager),
  deputy: ({ deputy }, naming) => naming(deputy),
  language: ({ language }) => language,
  absences: ({ absences }) => joined(absences.map(({ from, to }) => `${from}..${to}`)),
  status: ({ status }) => status,
});
