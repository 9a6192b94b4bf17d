import type { Person } from '../../domain/records/person.ts';
import { roleNames } from '../../domain/roleNames.ts';
import type { Store } from '../../models/store.ts';
import { type Check, problem } from './check.ts';

type Holder = { role: string; person: string };

/** Somebody holds what the first year asks of somebody, and whoever audits does not run what is audited (5.3, 9.2.2). */
export const setupRoles: Check = async (store, _task, outcome) => {
  const people = await store.people.find({ status: 'active' });
  const proposed = outcome.holders as Holder[];
  const holders = (role: string) => [
    ...people.filter(({ roles }) => roles.some((one) => one.role === role)).map(({ id }) => id),
    ...proposed.filter((one) => one.role === role).map(({ person }) => person),
  ];
  const missing = (['topManagement', 'riskOwner', 'auditor'] as const).filter((role) => holders(role).length === 0);
  const managers = holders('ismsManager');
  return [
    ...missing.map((role) =>
      problem('holders', `Nobody would hold the role “${roleNames[role].en}”.`, `Niemand hätte die Rolle „${roleNames[role].de}“.`),
    ),
    ...proposed.flatMap(({ role, person }, n) =>
      role === 'auditor' && managers.includes(person)
        ? [
            problem(
              `holders.${n}.person`,
              `${nameOf(people, person)} runs the ISMS that is audited: name somebody else.`,
              `${nameOf(people, person)} führt das ISMS, das auditiert wird: Nennen Sie jemand anderen.`,
            ),
          ]
        : [],
    ),
  ];
};

const nameOf = (people: readonly Person[], id: string): string => people.find((one) => one.id === id)?.name ?? id;

/** Without a risk there is nothing to judge. */
export const risksThere: Check = async (store: Store) =>
  (await store.risks.count({ status: { $nin: ['draft', 'closed'] } })) > 0
    ? []
    : [
        problem(
          'how',
          'No risk stands in the register yet. Import them, or write them down, and then answer.',
          'Im Register steht noch kein Risiko. Importieren Sie sie, oder schreiben Sie sie auf, und antworten Sie dann.',
        ),
      ];
