import mongoose from 'mongoose';
import type { Instant } from '../domain/records/common.ts';
import { type RecordName, type RecordOf, records } from '../domain/records/index.ts';
import { type Collection, collectionOf, type Index } from './collection.ts';

/** Every list and every guard of the product is answered by one of these. */
const indexes: Partial<Record<RecordName, readonly Index[]>> = {
  people: [
    { fields: { email: 1 }, unique: true },
    { fields: { status: 1, 'roles.role': 1 } },
    { fields: { manager: 1 } },
    { fields: { deputy: 1 } },
    // Lists are in the order of names.
    { fields: { name: 1, _id: 1 } },
    { fields: { status: 1, name: 1, _id: 1 } },
    { fields: { 'roles.role': 1, name: 1, _id: 1 } },
  ],
  risks: [
    { fields: { owner: 1, status: 1 } },
    { fields: { status: 1, nextReview: 1 } },
    { fields: { 'controls.control': 1 } },
    { fields: { origin: 1 } },
  ],
  assessments: [{ fields: { risk: 1, at: -1 } }, { fields: { run: 1 } }, { fields: { at: 1 } }],
  controls: [{ fields: { owner: 1 } }, { fields: { origin: 1 } }],
  acceptances: [
    { fields: { risk: 1, state: 1 } },
    { fields: { run: 1 } },
    { fields: { state: 1, validUntil: 1 } },
    { fields: { askedAt: -1 } },
  ],
  watches: [{ fields: { record: 1 } }, { fields: { run: 1 } }],
  nonconformities: [
    ...[{ fields: { status: 1, proposedAt: -1 } }, { fields: { 'source.run': 1 } }, { fields: { 'source.task': 1 } }],
    ...[{ fields: { run: 1 } }, { fields: { origin: 1 } }, { fields: { 'source.subject': 1 } }],
  ] as const,
  briefs: [{ fields: { run: 1 } }],
  issues: [{ fields: { status: 1 } }, { fields: { origin: 1 } }],
  interestedParties: [{ fields: { status: 1, name: 1 } }, { fields: { origin: 1 } }],
  requirements: [{ fields: { status: 1 } }, { fields: { party: 1 } }, { fields: { controls: 1 } }, { fields: { origin: 1 } }],
  objectives: [{ fields: { status: 1 } }, { fields: { run: 1 } }, { fields: { origin: 1 } }],
  measures: [{ fields: { status: 1 } }, { fields: { run: 1 } }, { fields: { origin: 1 } }],
  measurements: [{ fields: { measure: 1, collectedAt: -1 } }, { fields: { run: 1 } }],
  scopes: [{ fields: { status: 1 } }, { fields: { origin: 1 } }],
  proposals: [{ fields: { run: 1 } }, { fields: { to: 1, status: 1 } }, { fields: { about: 1 } }],
  treatmentPlans: [{ fields: { risk: 1, status: 1 } }, { fields: { run: 1 } }, { fields: { origin: 1 } }],
  runs: [
    { fields: { startedBy: 1 } },
    { fields: { process: 1, key: 1 } },
    { fields: { process: 1, status: 1, openedAt: -1 } },
    { fields: { openedAt: -1 } },
    { fields: { status: 1 } },
  ],
  tasks: [
    // Lists are in the order of due date and id, so that a page is read off the index.
    { fields: { run: 1, state: 1 } },
    { fields: { assignee: 1, state: 1, due: 1, _id: 1 } },
    { fields: { onBehalfOf: 1, state: 1, due: 1, _id: 1 } },
    { fields: { confirmer: 1, state: 1, due: 1, _id: 1 } },
    { fields: { deciders: 1, due: 1, _id: 1 } },
    { fields: { accountable: 1, due: 1, _id: 1 } },
    { fields: { deputy: 1, level: 1 } },
    { fields: { state: 1, due: 1, _id: 1 } },
    { fields: { process: 1, state: 1, due: 1, _id: 1 } },
    { fields: { due: 1, _id: 1 } },
    { fields: { about: 1, due: 1, _id: 1 } },
    { fields: { undeliverable: 1, state: 1 } },
    { fields: { 'rungs.state': 1, process: 1 } },
  ],
  letters: [
    { fields: { person: 1, state: 1, at: 1 } },
    { fields: { state: 1, at: 1 } },
    { fields: { state: 1, heldUntil: 1 } },
    { fields: { task: 1 } },
    { fields: { run: 1, kind: 1, at: -1 } },
    { fields: { mail: 1 } },
  ],
  mails: [{ fields: { person: 1, at: -1 } }, { fields: { state: 1, at: -1 } }, { fields: { at: -1 } }],
  calendarEntries: [{ fields: { person: 1, state: 1 } }],
  calendarFeeds: [{ fields: { person: 1 } }],
  links: [{ fields: { expiresAt: 1 } }],
  trail: [{ fields: { chain: 1, seq: 1 }, unique: true }, { fields: { at: 1, _id: 1 } }],
  imports: [{ fields: { state: 1 } }],
  departures: [{ fields: { state: 1 } }, { fields: { person: 1, at: -1 } }],
  importPieces: [{ fields: { import: 1, n: 1 }, unique: true }],
  answered: [{ fields: { at: 1 } }],
  upkeepPasses: [{ fields: { at: -1 } }],
  controlChecks: [{ fields: { control: 1, at: -1 } }, { fields: { run: 1 } }],
  rollouts: [{ fields: { control: 1 } }, { fields: { origin: 1 } }],
  rolloutItems: [{ fields: { rollout: 1, state: 1, until: 1 } }, { fields: { control: 1, item: 1 } }],
  auditProgrammes: [{ fields: { run: 1 } }, { fields: { period: 1 } }, { fields: { origin: 1 } }],
  audits: [{ fields: { programme: 1 } }, { fields: { lead: 1 } }, { fields: { from: 1 } }, { fields: { origin: 1 } }],
  auditFindings: [{ fields: { audit: 1 } }, { fields: { owner: 1 } }, { fields: { risk: 1 } }, { fields: { origin: 1 } }],
  improvements: [{ fields: { owner: 1, status: 1 } }, { fields: { status: 1 } }, { fields: { origin: 1 } }],
  managementReviews: [{ fields: { run: 1 } }, { fields: { period: 1 } }, { fields: { origin: 1 } }],
  reviewInputs: [{ fields: { review: 1 } }, { fields: { owner: 1 } }, { fields: { origin: 1 } }],
  soaVersions: [{ fields: { publishedAt: -1 } }],
  cycles: [{ fields: { run: 1 } }, { fields: { period: 1 } }, { fields: { owner: 1, status: 1 } }, { fields: { origin: 1 } }],
  plannedRuns: [{ fields: { cycle: 1, opensOn: 1 } }, { fields: { origin: 1 } }],
  changes: [
    { fields: { status: 1 } },
    { fields: { requestedBy: 1 } },
    { fields: { responsible: 1, status: 1 } },
    { fields: { risks: 1 } },
    { fields: { origin: 1 } },
  ],
  campaigns: [{ fields: { status: 1 } }, { fields: { control: 1 } }, { fields: { origin: 1 } }],
  documents: [{ fields: { owner: 1, status: 1 } }, { fields: { status: 1 } }],
  documentVersions: [{ fields: { document: 1, status: 1 } }, { fields: { run: 1 } }],
  reviewDecisions: [{ fields: { review: 1 } }, { fields: { owner: 1, status: 1 } }, { fields: { status: 1 } }, { fields: { origin: 1 } }],
};

export type Store = { [N in RecordName]: Collection<RecordOf<N>> } & {
  connection: mongoose.Connection;
  /** Called after each change of a register record, e.g. with `risks/RSK-017`; set by whoever can tell the runs that watch it. */
  announce(record: string): Promise<void>;
  createIndexes(): Promise<void>;
  ping(): Promise<void>;
  /** The time by the database's own clock. */
  now(): Promise<Instant>;
  /** Indexes that are wanted and not there, such as `tasks run_1_state_1`. */
  missingIndexes(): Promise<string[]>;
  close(): Promise<void>;
};

/** Connects to a MongoDB-compatible server; the connection reconnects by itself afterwards. */
export async function openStore(uri: string): Promise<Store> {
  const connection = mongoose.createConnection(uri, {
    bufferCommands: false,
    autoIndex: false,
    serverSelectionTimeoutMS: 5_000,
    // A server that hangs is noticed within seconds: whoever waits for a page is not left waiting.
    connectTimeoutMS: 4_000,
    heartbeatFrequencyMS: 3_000,
    socketTimeoutMS: 20_000,
    retryWrites: false,
    maxPoolSize: 30,
  });
  await connection.asPromise();
  const collections = Object.fromEntries(
    Object.entries(records).map(([name, record]) => [name, collectionOf(connection, name, record, indexes[name as RecordName] ?? [])]),
  ) as unknown as { [N in RecordName]: Collection<RecordOf<N>> };
  return {
    ...collections,
    connection,
    announce: async () => {},
    async createIndexes() {
      for (const collection of Object.values(collections)) await collection.createIndexes();
    },
    async ping() {
      await connection.db?.admin().ping();
    },
    async now() {
      const answer = await connection.db?.admin().command({ hello: 1 });
      if (!(answer?.localTime instanceof Date)) throw new Error('the database does not say what time it is');
      return answer.localTime.toISOString();
    },
    async missingIndexes() {
      const missing = await Promise.all(Object.values(collections).map((collection) => collection.missingIndexes()));
      return missing.flat();
    },
    close: () => connection.close(),
  };
}
