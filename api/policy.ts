import type { Instant, Role } from '../domain/records/common.ts';
import type { RecordOf } from '../domain/records/index.ts';
import type { Person } from '../domain/records/person.ts';
import type { By } from '../domain/rules/taskShape.ts';
import { findAny, partsOf } from '../models/anyOf.ts';
import type { Filter } from '../models/collection.ts';
import { documentsFor } from '../models/documents.ts';
import { matches } from '../models/filter.ts';
import type { RegisterName } from '../models/registers.ts';
import type { Store } from '../models/store.ts';

/** Who asks, with the roles of their record at this moment, and how they proved who they are. */
export type Caller = {
  id: string;
  person: Person;
  roles: readonly Role[];
  via: 'login' | 'token';
  /** When they signed in, in real time. */
  signedInAt?: Instant;
};

export const callerOf = (person: Person, via: Caller['via'], signedInAt?: Instant): Caller => ({
  ...(signedInAt !== undefined && { signedInAt }),
  id: person.id,
  person,
  // A role within a scope grants nothing beyond it; no route knows scopes yet.
  roles: person.roles.filter(({ scope }) => scope === undefined).map(({ role }) => role),
  via,
});

export const byOf = ({ id, roles, via }: Caller): By => ({ person: id, roles, via });
export const actorOf = ({ id, via }: Caller) => ({ person: id, via });

const holds = (caller: Caller, ...roles: Role[]): boolean => roles.some((role) => caller.roles.includes(role));

export const manages = (caller: Caller): boolean => holds(caller, 'ismsManager');
/** Reads every register and run. */
export const seesAll = (caller: Caller): boolean => holds(caller, 'ismsManager', 'topManagement', 'auditor');

/** What a route asks of its caller's roles. Deny by default: a route names one of these, and scopes below narrow what it shows. */
export const rules = {
  anyone: () => true,
  signedIn: () => true,
  manage: manages,
  oversee: seesAll,
  audit: (caller: Caller) => holds(caller, 'ismsManager', 'auditor'),
} satisfies Record<string, (caller: Caller) => boolean>;

export type Allow = keyof typeof rules;

/** What somebody sees a part of: registers, and what else belongs to people. */
export type Scoped =
  | Exclude<RegisterName, 'settings' | 'schedules' | 'mailSwitch'>
  | 'runs'
  | 'tasks'
  | 'assessments'
  | 'controlChecks'
  | 'mails';

type Scope = (caller: Caller, store: Store) => Filter | Promise<Filter>;

const nothing: Filter = { _id: { $in: [] } };
const idsIn = (ids: Iterable<string>): Filter => ({ _id: { $in: [...new Set(ids)] } });

/**
 * What somebody is asked, owns while another is asked in their stead, confirms once there is an answer, or may decide: as accountable person, or as
 * deputy for an approval that is late.
 */
const ownTasks = ({ id }: Pick<Caller, 'id'>): Filter => ({
  $or: [
    { assignee: id },
    { onBehalfOf: id },
    { confirmer: id, answeredAt: { $exists: true } },
    { accountable: id },
    { deputy: id, level: { $gte: 1 } },
  ],
});

/** What waits for a person: an answer, a confirmation, or a decision about more time or another person; also what is theirs while another is asked. */
export const waitsFor = (person: string): Filter => ({
  $or: [{ assignee: person }, { onBehalfOf: person }, { confirmer: person, state: 'submitted' }, { deciders: person }],
});

/** Controls that somebody owns, or is asked to implement. */
export async function controlsAskedOf(caller: Pick<Caller, 'id'>, store: Store): Promise<string[]> {
  const asked = await findAny(store.tasks, {
    process: { $in: ['controlImplementation', 'controlRollout', 'exceptionReview'] },
    ...ownTasks(caller),
  });
  return [...new Set([...(await store.controls.ids({ owner: caller.id })), ...asked.flatMap(({ about }) => about ?? [])])];
}

/** Which records of a collection somebody sees who does not see all. */
const own: Record<Scoped, Scope> = {
  tasks: (caller) => ownTasks(caller),
  runs: async (caller, store) => {
    const theirs = await Promise.all(partsOf(ownTasks(caller)).map((part) => store.tasks.pick(part, ['run'])));
    return idsIn(theirs.flat().map(({ run }) => run));
  },
  risks: ({ id }) => ({ owner: id }),
  assessments: async ({ id }, store) => ({ risk: { $in: (await store.risks.find({ owner: id })).map((risk) => risk.id) } }),
  controls: ({ id }) => ({ owner: id }),
  people: ({ id }) => ({ _id: id }),
  riskCriteria: () => ({}),
  acceptances: ({ id }) => ({ $or: [{ owner: id }, { 'requestedBy.person': id }, { 'decidedBy.person': id }] }),
  nonconformities: ({ id }) => ({ $or: [{ owner: id }, { reportedBy: id }] }),
  proposals: ({ id }) => ({ to: id }),
  // What the ISMS is for and for whom is everybody's to read (4.3, 5.2).
  issues: () => ({}),
  interestedParties: () => ({}),
  requirements: () => ({}),
  scopes: () => ({}),
  policies: () => ({}),
  objectives: () => ({}),
  measures: ({ id }) => ({ $or: [{ measurer: id }, { analyst: id }] }),
  measurements: ({ id }) => ({ $or: [{ 'collectedBy.person': id }, { 'analysedBy.person': id }] }),
  mails: ({ id }) => ({ person: id }),
  controlChecks: async ({ id }, store) => ({ $or: [{ 'by.person': id }, { control: { $in: await store.controls.ids({ owner: id }) } }] }),
  rollouts: async (caller, store) => ({ control: { $in: await controlsAskedOf(caller, store) } }),
  rolloutItems: async (caller, store) => ({ control: { $in: await controlsAskedOf(caller, store) } }),
  treatmentPlans: async ({ id }, store) => ({ risk: { $in: (await store.risks.find({ owner: id })).map((risk) => risk.id) } }),
  auditProgrammes: ({ id }) => ({ owner: id }),
  audits: ({ id }) => ({ $or: [{ lead: id }, { auditors: id }, { 'areas.owner': id }] }),
  auditFindings: ({ id }) => ({ owner: id }),
  improvements: ({ id }) => ({ owner: id }),
  managementReviews: ({ id }) => ({ $or: [{ owner: id }, { participants: id }] }),
  reviewInputs: ({ id }) => ({ owner: id }),
  reviewDecisions: ({ id }) => ({ owner: id }),
  cycles: ({ id }) => ({ owner: id }),
  // When what opens is for whoever oversees the ISMS; who is asked something learns of it by mail.
  plannedRuns: () => nothing,
  changes: ({ id }) => ({ $or: [{ requestedBy: id }, { responsible: id }] }),
  // What is necessary and why is for whoever oversees the ISMS; a version is given out by them.
  soaDecisions: () => nothing,
  soaVersions: () => nothing,
  documents: async ({ person }, store) => {
    const { own: theirs, offered } = await documentsFor(store, person);
    return idsIn([...theirs, ...offered].map(({ id }) => id));
  },
  // Whoever works on a document sees what it said before; everybody else it is for, what it says now.
  documentVersions: async ({ person }, store) => {
    const { own: theirs, offered } = await documentsFor(store, person);
    const all = await store.documentVersions.ids({ document: { $in: theirs.map(({ id }) => id) } });
    return idsIn([...all, ...offered.flatMap(({ current }) => current ?? [])]);
  },
  // Whoever is asked sees what they are asked; whoever owns the control, how far it is.
  campaigns: async ({ id }, store) => {
    const asked = await store.tasks.pick({ assignee: id, process: 'campaign' }, ['about']);
    return {
      $or: [{ _id: { $in: asked.flatMap(({ about }) => about ?? []) } }, { control: { $in: await store.controls.ids({ owner: id }) } }],
    };
  },
};

/** The filter that every list, count and read of a collection uses: what this caller may see of it. */
export async function scope(caller: Caller, collection: Scoped, store: Store): Promise<Filter> {
  return seesAll(caller) ? {} : own[collection](caller, store);
}

/**
 * One record, if this caller may see it; everything else is not there. Read by its id alone and judged here: asked for both at once, some servers
 * look at every record.
 */
export async function seen<N extends Scoped>(caller: Caller, collection: N, store: Store, id: string): Promise<RecordOf<N> | undefined> {
  const found = (await store[collection].get(id)) as RecordOf<N> | undefined;
  return found !== undefined && matches(found, await scope(caller, collection, store)) ? found : undefined;
}

/** Fields that the ISMS manager sets; and those that somebody may set in a record that is theirs. */
const ownFields: Partial<Record<Scoped, readonly string[]>> = {
  people: ['language', 'absences', 'deputy', 'mail'],
  risks: ['description', 'threat', 'vulnerability', 'controls', 'treatment'],
  // Whether it is in place and works is seen by somebody else.
  controls: ['description', 'shownBy', 'documented'],
  improvements: ['description', 'status', 'note'],
  documents: ['reviewers', 'keptAt'],
};

const isOwn: Partial<Record<Scoped, (caller: Caller, record: Record<string, unknown>) => boolean>> = {
  people: ({ id }, record) => record.id === id,
  risks: ({ id }, record) => record.owner === id,
  controls: ({ id }, record) => record.owner === id,
  improvements: ({ id }, record) => record.owner === id,
  documents: ({ id }, record) => record.owner === id,
};

/** The fields of a record that this caller may change; `all` for the ISMS manager. */
export function writable(caller: Caller, register: Scoped, record: Record<string, unknown>): 'all' | readonly string[] {
  if (manages(caller)) return 'all';
  return isOwn[register]?.(caller, record) === true ? (ownFields[register] ?? []) : [];
}
