import { createHash, randomBytes } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import type { Actor, Instant } from '../domain/records/common.ts';
import type { TrailEntry, TrailText } from '../domain/records/trail.ts';
import type { Store } from './store.ts';

export const genesis = '0'.repeat(64);

export type NewEntry = {
  chain: string;
  /** Position in the chain, from 1: the step of a task or run, the version of a register record. */
  seq: number;
  at: Instant;
  actor: Actor;
  event: string;
  data: Record<string, unknown>;
  /** Free text that may hold personal data: kept beside the entry, which holds only its salted hash under the same name. */
  texts?: Record<string, string | undefined>;
};

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 over the canonical JSON (RFC 8785) of the entry without its hash and id. */
export const hashOf = ({ id: _id, hash: _hash, ...entry }: Omit<TrailEntry, 'hash'> & { hash?: string }): string =>
  sha256(canonicalize(entry));

export const entryId = (chain: string, seq: number): string => `${chain}#${seq}`;

/** What stands at a place of a chain, and what stands before it. */
export type Place = { there: TrailEntry | undefined; before: TrailEntry | undefined };

async function placeIn(store: Store, chain: string, seq: number): Promise<Place> {
  const [id, before] = [entryId(chain, seq), entryId(chain, seq - 1)];
  const found = await store.trail.find({ id: { $in: [id, before] } });
  return { there: found.find((one) => one.id === id), before: found.find((one) => one.id === before) };
}

/**
 * Appends one entry, or finds the one that is already there: a retry reuses the stored entry. Throws when the entry before it is missing. Whoever has
 * read the place already says so.
 * @returns the stored entry, and whether this call wrote it
 */
export async function append(store: Store, entry: NewEntry, place?: Place): Promise<{ entry: TrailEntry; written: boolean }> {
  const { chain, seq } = entry;
  const { there, before } = place ?? (await placeIn(store, chain, seq));
  if (there !== undefined) return { entry: there, written: false };
  const previous = seq === 1 ? genesis : before?.hash;
  if (previous === undefined) throw new Error(`trail ${chain} has no entry ${seq - 1}, so ${seq} cannot follow`);
  const text = textOf(entry);
  // Written before the entry: a text without entry is harmless, an entry whose text is missing would look erased.
  if (text !== undefined) await store.trailTexts.insert(text);
  const made = seal(entry, previous, text);
  if (await store.trail.insert(made)) {
    if (text !== undefined) justSaid.set(made, text.texts);
    return { entry: made, written: true };
  }
  if (text !== undefined) await store.trailTexts.remove({ id: text.id });
  return { entry: await winnerOf(store, entryId(chain, seq)), written: false };
}

/** Appends at the end of a chain that no version counts; the same `key` in its data again finds what it wrote. */
export async function appendNext(store: Store, entry: Omit<NewEntry, 'seq'>): Promise<TrailEntry> {
  const last = await store.trail.first({ chain: entry.chain }, { sort: { seq: -1 } });
  if (last?.data.key !== undefined && last.data.key === entry.data.key) return last;
  const { entry: stored, written } = await append(store, { ...entry, seq: (last?.seq ?? 0) + 1 });
  return written ? stored : appendNext(store, entry);
}

async function winnerOf(store: Store, id: string): Promise<TrailEntry> {
  const winner = await store.trail.get(id);
  if (winner === undefined) throw new Error(`trail entry ${id} was refused and is not there`);
  return winner;
}

/**
 * Begins many chains at once, each with its first entry, where one round trip per entry would take minutes; a repeat finds what is there.
 * @returns the stored entries
 */
export async function appendFirst(store: Store, entries: readonly Omit<NewEntry, 'seq'>[]): Promise<TrailEntry[]> {
  const ids = entries.map(({ chain }) => entryId(chain, 1));
  const there = new Set((await store.trail.find({ id: { $in: ids } })).map(({ id }) => id));
  const first = entries
    .map((entry): NewEntry => ({ ...entry, seq: 1 }))
    .filter(({ chain }) => !there.has(entryId(chain, 1)))
    .map((entry) => ({ entry, text: textOf(entry) }));
  await store.trailTexts.insertMissing(first.flatMap(({ text }) => text ?? []));
  await store.trail.insertMissing(first.map(({ entry, text }) => seal(entry, genesis, text)));
  const stored = await store.trail.find({ id: { $in: ids } });
  const used = new Set(stored.map(({ beside }) => beside));
  const unused = first.flatMap(({ text }) => (text === undefined || used.has(text.id) ? [] : [text.id]));
  if (unused.length > 0) await store.trailTexts.remove({ id: { $in: unused } });
  return stored;
}

/**
 * Appends one entry, without texts, to each of many chains in a few round trips. Where another one stands in its place already, that one is returned.
 * @returns what stands at these places, in no order
 */
export async function appendEach(store: Store, entries: readonly NewEntry[]): Promise<TrailEntry[]> {
  const before = await store.trail.find({ id: { $in: entries.map(({ chain, seq }) => entryId(chain, seq - 1)) } });
  const previous = new Map(before.map(({ chain, hash }) => [chain, hash]));
  const made = entries.map((entry) => {
    const hash = entry.seq === 1 ? genesis : previous.get(entry.chain);
    if (hash === undefined) throw new Error(`trail ${entry.chain} has no entry ${entry.seq - 1}, so ${entry.seq} cannot follow`);
    return seal(entry, hash, undefined);
  });
  await store.trail.insertMissing(made);
  return store.trail.find({ id: { $in: made.map(({ id }) => id) } });
}

/** The texts beside these entries, by the id of the entry, as far as they were not erased. */
export async function textsBeside(store: Store, entries: readonly TrailEntry[]): Promise<Map<string, TrailText>> {
  const ids = entries.flatMap(({ beside }) => beside ?? []);
  const texts = ids.length === 0 ? [] : await store.trailTexts.find({ id: { $in: ids } });
  const found = new Map(texts.map((text) => [text.id, text]));
  return new Map(entries.flatMap(({ id, beside }) => pair(id, found.get(beside ?? ''))));
}

const pair = <T>(id: string, one: T | undefined): [string, T][] => (one === undefined ? [] : [[id, one]]);

/** The texts of entries that were written a moment ago need not be read back. */
const justSaid = new WeakMap<TrailEntry, Record<string, string>>();

/** The same for one entry: text by name, none when it has no text or it was erased. */
export const textsOf = async (store: Store, entry: TrailEntry): Promise<Record<string, string>> =>
  justSaid.get(entry) ?? (entry.beside === undefined ? undefined : await store.trailTexts.get(entry.beside))?.texts ?? {};

/** What MongoDB and JSON make of it: without undefined, so that the hash of what is read is the hash of what was written. */
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function seal({ chain, seq, at, actor, event, data }: NewEntry, previous: string, text: TrailText | undefined): TrailEntry {
  const { id: beside, salt = '', texts = {} } = text ?? {};
  const hashes = Object.entries(texts).map(([key, said]) => [key, { sha256: sha256(salt + said) }]);
  const body = asJson({ chain, seq, at, actor, event, data: { ...data, ...Object.fromEntries(hashes) }, beside, previous });
  const id = entryId(chain, seq);
  return { id, ...body, hash: hashOf({ id, ...body }) };
}

/** Each writer's texts have an id of their own: of two who race for one place, neither seals what the other said. */
function textOf({ chain, seq, texts }: NewEntry): TrailText | undefined {
  const given = Object.entries(texts ?? {}).filter((one): one is [string, string] => one[1] !== undefined);
  if (given.length === 0) return undefined;
  const id = `${entryId(chain, seq)}~${randomBytes(8).toString('hex')}`;
  return { id, salt: randomBytes(16).toString('hex'), texts: Object.fromEntries(given) };
}
