import type { Words } from '../domain/process.ts';
import type { Audit } from '../domain/records/audit.ts';
import type { Run } from '../domain/records/run.ts';
import type { Detail } from '../domain/refusal.ts';
import type { Findings } from '../domain/rules/gates.ts';
import type { Store } from './store.ts';

type Scope = Pick<Audit, 'clauses' | 'annexA' | 'areas'>;
export type Named = Scope & Pick<Audit, 'sites'> & Partial<Pick<Audit, 'criteria' | 'lead' | 'auditors'>>;

/** Processes in which controls are worked on; who verifies there has not done the work. */
const work = ['controlImplementation'];
const looking = ['verify'];

/** Those who own or do what is audited, each with what it is: none of them audits it (9.2.2). */
export async function partialTo(store: Store, { clauses, annexA, areas }: Scope): Promise<Map<string, Words>> {
  const partial = new Map<string, Words>();
  const note = (person: string | undefined, en: string, de: string) =>
    person !== undefined && !partial.has(person) && partial.set(person, { en, de });
  for (const { owner, name } of areas)
    note(owner, `answers for the audited area “${name}”`, `verantwortet den auditierten Bereich „${name}“`);
  const controls = annexA.length === 0 ? [] : await store.controls.find({ annexA: { $in: [...annexA] }, status: { $ne: 'retired' } });
  for (const { owner, id } of controls) note(owner, `owns ${id}, which is in the scope`, `verantwortet ${id}, das zum Umfang gehört`);
  const tasks = controls.length === 0 ? [] : await workOn(store, controls);
  for (const { answeredBy, about } of tasks)
    note(answeredBy?.person, `has worked on ${about}, which is in the scope`, `hat an ${about} gearbeitet, das zum Umfang gehört`);
  if (clauses.length > 0)
    for (const one of await holding(store, 'ismsManager'))
      note(one.id, 'runs the ISMS that is audited', 'führt das ISMS, das auditiert wird');
  if (clauses.includes('5'))
    for (const one of await holding(store, 'topManagement'))
      note(one.id, 'leads what clause 5 is about', 'leitet, worum es in Abschnitt 5 geht');
  return partial;
}

const workOn = (store: Store, controls: readonly { id: string }[]) =>
  store.tasks.find({ process: { $in: work }, state: 'done', about: { $in: controls.map(({ id }) => id) }, task: { $nin: looking } });

const holding = (store: Store, role: string) => store.people.find({ status: 'active', 'roles.role': role });

const teamOf = ({ lead, auditors = [] }: Named): { path: string; id: string }[] => [
  ...(lead === undefined ? [] : [{ path: 'lead', id: lead }]),
  ...auditors.map((id, n) => ({ path: `auditors.${n}`, id })),
];

/** Who of the team is named against the rule, in a sentence each. */
export async function partialIn(store: Store, audit: Named): Promise<Detail[]> {
  const partial = await partialTo(store, audit);
  const found = teamOf(audit).filter(({ id }) => partial.has(id));
  return Promise.all(
    found.map(async ({ path, id }) => {
      const name = (await store.people.get(id))?.name ?? id;
      const why = partial.get(id);
      return {
        path,
        message: `${name} ${why?.en}: nobody audits their own work. Name somebody else.`,
        de: `${name} ${why?.de}: Niemand auditiert die eigene Arbeit. Nennen Sie jemand anderen.`,
      };
    }),
  );
}

const isScoped = ({ clauses, annexA, areas }: Scope): boolean => clauses.length + annexA.length > 0 && areas.length > 0;

/** Why an audit must not start (G10): no criteria, no scope, nobody who leads it, or somebody who would audit their own work. */
export async function startProblems(store: Store, audit: Named): Promise<Detail[]> {
  const missing = [
    ...(audit.criteria === undefined || audit.criteria === ''
      ? [{ path: 'criteria', message: 'An audit needs criteria.', de: 'Ein Audit braucht Kriterien.' }]
      : []),
    ...(isScoped(audit)
      ? []
      : [
          {
            path: 'areas',
            message: 'An audit needs a scope: clauses or controls, and the areas with their owners.',
            de: 'Ein Audit braucht einen Umfang: Abschnitte oder Controls, und die Bereiche mit denen, die sie verantworten.',
          },
        ]),
    ...(audit.lead === undefined
      ? [{ path: 'lead', message: 'An audit needs somebody who leads it.', de: 'Ein Audit braucht jemanden, der es leitet.' }]
      : []),
  ];
  return [...missing, ...(await partialIn(store, audit))];
}

/** What only the auditors do. */
const audited = ['sendPlan', 'prepare', 'fieldwork', 'draft', 'reconsider', 'deliver', 'followUp'];

/** G10 as it stands: the team as it is named, and whoever has really answered for it. */
export async function impartialityOf(store: Store, { id, subject }: Run): Promise<Findings> {
  const audit = await store.audits.get(String(subject.audit ?? ''));
  if (audit === undefined || audit.status === 'planned') return { of: 0, broken: [] };
  const named = (await startProblems(store, audit)).map(({ path }) => `${audit.id} ${path}`);
  const partial = await partialTo(store, audit);
  const answered = await store.tasks.find({ run: id, task: { $in: audited }, state: 'done' });
  const own = answered.filter(({ answeredBy }) => answeredBy !== undefined && partial.has(answeredBy.person)).map((task) => task.id);
  return { of: teamOf(audit).length + answered.length, broken: [...named, ...own] };
}
