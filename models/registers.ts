import type { Actor, Instant } from '../domain/records/common.ts';
import { type RecordOf, records } from '../domain/records/index.ts';
import type { TrailEntry } from '../domain/records/trail.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Store } from './store.ts';
import { append, appendFirst, entryId, type NewEntry, textsOf } from './trail.ts';

/** Registers whose records carry a version and are changed by people or by a flow's `write`. */
export const registers = [
  'people',
  'risks',
  'controls',
  'riskCriteria',
  'nonconformities',
  'proposals',
  'issues',
  'interestedParties',
  'requirements',
  'scopes',
  'objectives',
  'measures',
  'measurements',
  'settings',
  'schedules',
  'acceptances',
  'mailSwitch',
  'rollouts',
  'rolloutItems',
  'treatmentPlans',
  'auditProgrammes',
  'audits',
  'auditFindings',
  'improvements',
  'managementReviews',
  'reviewInputs',
  'reviewDecisions',
  'soaDecisions',
  'soaVersions',
  'cycles',
  'plannedRuns',
  'policies',
  'changes',
  'campaigns',
  'documents',
  'documentVersions',
] as const;
export type RegisterName = (typeof registers)[number];

type Versioned = { id: string; version: number };

/** Fields that name a person: kept beside the hash, so that they can be erased without breaking a chain. */
const personal: Partial<Record<RegisterName, readonly string[]>> = {
  people: ['name', 'email'],
  acceptances: ['justification', 'measures', 'decision'],
  nonconformities: [
    ...['description', 'correction', 'consequences', 'cause', 'similarCases', 'actions', 'measuredBy', 'result', 'ismsChangeReason'],
  ],
  proposals: ['reason', 'answer'],
  interestedParties: ['expects'],
  requirements: ['reason'],
  objectives: ['work', 'resources', 'judgedBy', 'result'],
  measurements: ['gap', 'evidence', 'analysis'],
  mailSwitch: ['reason'],
  rollouts: ['note'],
  rolloutItems: ['name', 'reason'],
  treatmentPlans: ['reason', 'compared', 'expectedBecause'],
  audits: ['agenda', 'checklist', 'samples', 'evidence', 'summary', 'impartiality', 'notHeld'],
  auditFindings: ['evidence', 'response', 'reconsidered'],
  improvements: ['description', 'note'],
  managementReviews: ['minutes', 'packNote', 'noImprovement', 'noChange'],
  reviewInputs: ['text'],
  reviewDecisions: ['text', 'reason', 'result'],
  soaDecisions: ['justification'],
  soaVersions: ['content', 'note'],
  cycles: ['priorities', 'means', 'learned', 'carriedOver'],
  plannedRuns: ['addedBecause', 'waivedBecause'],
  changes: [
    ...['reason', 'purpose', 'consequences', 'integrity', 'resources', 'responsibilities'],
    ...['steps', 'communication', 'fallback', 'result'],
  ],
  documentVersions: ['text', 'summary'],
};

export type Change<N extends RegisterName> = {
  register: N;
  id: string;
  /** The version the change was made on; undefined inserts a new record. */
  version?: number;
  set: Partial<RecordOf<N>>;
  at: Instant;
  actor: Actor;
  event: string;
  /** Says that a repeated change is the same one, e.g. the step of a run; a repeat answers what the first did. */
  key?: string;
  why?: string;
};

const stale = () => new Refusal(409, 'stale', 'Somebody has changed this record since you read it. Read it again.');

export const chainOf = (register: RegisterName, id: string): string => `${register}/${id}`;

function entryOf<N extends RegisterName>({ register, id, version, set, at, actor, event, key, why }: Change<N>): NewEntry {
  const names: readonly string[] = personal[register] ?? [];
  const fields = Object.entries(set);
  const texts = Object.fromEntries(fields.filter(([k]) => names.includes(k))) as Record<string, string>;
  // null stands for "removed": JSON has no undefined.
  const kept = Object.fromEntries(fields.filter(([k]) => !names.includes(k)).map(([k, v]) => [k, v === undefined ? null : v]));
  return {
    chain: chainOf(register, id),
    seq: (version ?? 0) + 1,
    at,
    actor,
    event,
    data: { set: kept, ...(key !== undefined && { key }) },
    texts: { ...texts, ...(why !== undefined && { why }) },
  };
}

/**
 * Changes one record: first the trail entry (its id is subject and version, so of two writers one wins), then the record. A crash between
 * the two is rolled forward by whoever comes next.
 * @returns the record after the change
 * @throws Refusal 409 `stale` when the version is not the current one, 409 `taken` when a new id exists
 */
export async function changeRecord<N extends RegisterName>(store: Store, change: Change<N>): Promise<RecordOf<N>> {
  const entry = entryOf(change);
  const collection = store[change.register];
  const before = (await collection.get(change.id)) as RecordOf<N> | undefined;
  if ((before as Versioned | undefined)?.version !== change.version) {
    const repeated = await alreadyMade(store, change);
    if (repeated) return (await collection.get(change.id)) as RecordOf<N>;
    throw before !== undefined && change.version === undefined ? new Refusal(409, 'taken', `${change.id} exists already.`) : stale();
  }
  const { written, entry: stored } = await append(store, entry);
  const ours = written || (change.key !== undefined && stored.data.key === change.key);
  await applyEntry(store, change.register, change.id, stored);
  await store.announce(chainOf(change.register, change.id));
  if (!ours) throw stale();
  return (await collection.get(change.id)) as RecordOf<N>;
}

export type Insertion<N extends RegisterName> = Pick<Change<N>, 'register' | 'at' | 'actor' | 'event'> & {
  key: string;
  records: readonly RecordOf<N>[];
};

/**
 * Inserts many new records at once, each with its trail; the same key again changes nothing.
 * @throws Refusal 409 `taken` when an id is somebody else's
 */
export async function insertRecords<N extends RegisterName>(store: Store, { records: made, ...common }: Insertion<N>): Promise<void> {
  const entries = made.map(({ id, version: _version, updatedAt: _at, ...set }: Versioned & { updatedAt?: Instant }) =>
    entryOf({ ...common, id, set: set as Partial<RecordOf<N>> }),
  );
  const stored = await appendFirst(store, entries);
  const taken = stored.find(({ data }) => data.key !== common.key);
  if (taken !== undefined) throw new Refusal(409, 'taken', `${taken.chain} exists already.`);
  const collection = store[common.register] as unknown as { insertMissing(records: readonly RecordOf<N>[]): Promise<void> };
  await collection.insertMissing(made);
}

async function alreadyMade<N extends RegisterName>(store: Store, change: Change<N>): Promise<boolean> {
  if (change.key === undefined) return false;
  const entry = await store.trail.get(entryId(chainOf(change.register, change.id), (change.version ?? 0) + 1));
  return entry?.data.key === change.key;
}

/** Brings a record to what its trail entry says; harmless when it is there already. */
async function applyEntry(store: Store, register: RegisterName, id: string, entry: TrailEntry): Promise<void> {
  const { seq } = entry;
  const names: readonly string[] = personal[register] ?? [];
  const beside = names.length === 0 ? [] : Object.entries(await textsOf(store, entry)).filter(([key]) => names.includes(key));
  const set = Object.fromEntries([...Object.entries(entry.data.set as object).map(([k, v]) => [k, v === null ? undefined : v]), ...beside]);
  const collection = store[register] as unknown as {
    insert(r: unknown): Promise<boolean>;
    set(id: string, c: object, guard?: object): Promise<boolean>;
  };
  const touched = { ...set, version: seq, ...('updatedAt' in records[register].shape && { updatedAt: entry.at }) };
  if (seq === 1) await collection.insert({ ...touched, id });
  else await collection.set(id, touched, { version: seq - 1 });
}
