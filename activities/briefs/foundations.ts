import { Role } from '../../domain/records/common.ts';
import type { Scope } from '../../domain/records/context.ts';
import { criteriaNow } from '../../models/knowledge.ts';
import type { Store } from '../../models/store.ts';
import { type Draft, fact, label, table } from './draft.ts';
import { bands } from './words.ts';

type Version = Pick<Scope, 'status' | 'run' | 'text'>;

/** What an ISMS stands on: scope, policy, roles, criteria and how many risks there are; as drafted in this run, else as in force. */
export async function foundations(store: Store, run: string): Promise<Draft> {
  const [scopes, policies, criteria, people, risks] = await Promise.all([
    store.scopes.find({}, { sort: { _id: 1 } }),
    store.policies.find({}, { sort: { _id: 1 } }),
    criteriaNow(store),
    store.people.find({ status: 'active' }, { sort: { name: 1 } }),
    store.risks.count({ status: { $nin: ['draft', 'closed'] } }),
  ]);
  const proposed = await store.tasks.first({ run, task: 'roles', state: 'done' }, { sort: { attempt: -1 } });
  const holders = (proposed?.outcome?.holders ?? []) as { role: string; person: string }[];
  const names = (role: string) => [
    ...people.filter(({ roles }) => roles.some((one) => one.role === role)).map(({ name }) => name),
    ...holders.filter((one) => one.role === role).map(({ person }) => `${people.find(({ id }) => id === person)?.name ?? person} *`),
  ];
  return {
    title: label('Foundations of the ISMS', 'Grundlagen des ISMS'),
    facts: [
      ...fact(label('Scope', 'Geltungsbereich'), textOf(scopes, run)),
      ...fact(label('Policy', 'Leitlinie'), textOf(policies, run)),
      ...fact(label('Likelihood', 'Wahrscheinlichkeit'), criteria.likelihood),
      ...fact(label('Consequence', 'Auswirkung'), criteria.consequence),
      ...fact(label('Acceptable up to', 'Tragbar bis'), bands[criteria.acceptableUpTo]),
      ...fact(label('Risks in the register', 'Risiken im Register'), String(risks)),
    ],
    tables: [
      ...table(
        label('Roles (* proposed)', 'Rollen (* vorgeschlagen)'),
        [label('Role', 'Rolle'), label('Held by', 'Bei')],
        Role.options.filter((role) => names(role).length > 0).map((role) => [role, names(role).slice(0, 20).join(', ')]),
      ),
      ...table(
        label('The matrix: likelihood by consequence', 'Die Matrix: Wahrscheinlichkeit nach Auswirkung'),
        [label('Likelihood', 'Wahrscheinlichkeit'), ...criteria.consequence.map((step) => label(step, step))],
        criteria.matrix.map((row, n) => [criteria.likelihood[n] ?? String(n + 1), ...row.map((band) => bands[band])]),
      ),
    ],
  };
}

/** What was drafted last in this run, else what is in force. */
const textOf = (versions: readonly Version[], run: string): string | undefined =>
  (versions.findLast((one) => one.run === run) ?? versions.find(({ status }) => status === 'approved'))?.text;
