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
  /** Free text that may hold personal data: kept beside the entry, which holds only its salted hash. */
  texts?: Record<string, string | undefined>;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 over the canonical JSON (RFC 8785) of the entry without its hash and id. */
export const hashOf = ({ id: _id, hash: _hash, ...entry }: Omit<TrailEntry, 'hash'> & { hash?: string }): string =>
  sha256(canonicalize(entry));

export const entryId = (chain: string, seq: number): string => `${chain}#${seq}`;

/** What MongoDB and JSON make of it: without undefined, so that the hash of what is read is the hash of what was written. */
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/**
 * Appends one entry, or finds the one that is already there: a retry reuses the stored entry. Throws when the entry before it is missing.
 * @returns the stored entry, and whether this call wrote it
 */
export async function append(store: Store, entry: NewEntry): Promise<{ entry: TrailEntry; written: boolean }> {
  const id = entryId(entry.chain, entry.seq);
  const made = await sealed(store, entry, id);
  if (await store.trail.insert(made)) return { entry: made, written: true };
  const winner = await store.trail.get(id);
  if (winner === undefined) throw new Error(`trail entry ${id} was refused and is not there`);
  return { entry: winner, written: false };
}

/**
 * Begins many chains at once, each with its first entry, where one round trip per entry would take minutes; a repeat finds what is there.
 * @returns the stored entries
 */
export async function appendFirst(store: Store, entries: readonly Omit<NewEntry, 'seq'>[]): Promise<TrailEntry[]> {
  const first = entries.map((entry) => ({ ...entry, seq: 1 }));
  const ids = first.map(({ chain }) => entryId(chain, 1));
  await store.trailTexts.insertMissing(first.flatMap((entry) => textOf(entry) ?? []));
  const kept = new Map((await store.trailTexts.find({ id: { $in: ids } })).map((text) => [text.id, text]));
  await store.trail.insertMissing(first.map((entry) => seal(entry, genesis, kept.get(entryId(entry.chain, 1)))));
  return store.trail.find({ id: { $in: ids } });
}

async function sealed(store: Store, entry: NewEntry, id: string): Promise<TrailEntry> {
  const { chain, seq } = entry;
  const previous = seq === 1 ? genesis : (await store.trail.get(entryId(chain, seq - 1)))?.hash;
  if (previous === undefined) throw new Error(`trail ${chain} has no entry ${seq - 1}, so ${seq} cannot follow`);
  const text = textOf(entry);
  if (text === undefined) return seal(entry, previous, undefined);
  // Written before the entry: a text without entry is harmless, an entry whose text is missing would look erased.
  await store.trailTexts.insert(text);
  return seal(entry, previous, (await store.trailTexts.get(id)) ?? text);
}

function seal({ chain, seq, at, actor, event, data }: NewEntry, previous: string, text: TrailText | undefined): TrailEntry {
  const hashes = Object.entries(text?.texts ?? {}).map(([key, said]) => [key, { sha256: sha256((text?.salt ?? '') + said) }]);
  const body = asJson({ chain, seq, at, actor, event, data: { ...data, ...Object.fromEntries(hashes) }, previous });
  const id = entryId(chain, seq);
  return { id, ...body, hash: hashOf({ id, ...body }) };
}

function textOf({ chain, seq, texts }: NewEntry): TrailText | undefined {
  const given = Object.entries(texts ?? {}).filter((pair): pair is [string, string] => pair[1] !== undefined);
  if (given.length === 0) return undefined;
  return { id: entryId(chain, seq), salt: randomBytes(16).toString('hex'), texts: Object.fromEntries(given) };
}

export type Finding = { chain: string; seq: number; problem: string };

/** Checks one chain from its first entry: hashes, links, gaps, and that no text beside it was changed. */
export async function verifyChain(store: Store, chain: string, length?: number): Promise<Finding[]> {
  const entries = await store.trail.find({ chain }, { sort: { seq: 1 } });
  const texts = new Map((await store.trailTexts.find({ id: { $in: entries.map((e) => e.id) } })).map((t) => [t.id, t]));
  return checkChain(chain, entries, texts, length);
}

/** The same for entries that were read already, in their order; `length` is what the record itself says that the chain has at least. */
export function checkChain(
  chain: string,
  entries: readonly TrailEntry[],
  texts: ReadonlyMap<string, TrailText>,
  length?: number,
): Finding[] {
  const findings: Finding[] = [];
  let previous = genesis;
  for (const [n, entry] of entries.entries()) {
    const say = (problem: string) => findings.push({ chain, seq: entry.seq, problem });
    if (entry.seq !== n + 1) return [...findings, { chain, seq: n + 1, problem: 'an entry is missing' }];
    if (entry.id !== entryId(chain, entry.seq)) say('the entry carries another id');
    if (entry.previous !== previous) say('it does not follow the entry before it');
    if (hashOf(entry) !== entry.hash) say('its content does not match its hash');
    for (const [key, text] of Object.entries(texts.get(entry.id)?.texts ?? {})) {
      const stated = (entry.data[key] as { sha256?: string } | undefined)?.sha256;
      if (stated !== sha256((texts.get(entry.id)?.salt ?? '') + text)) say(`the text "${key}" was changed`);
    }
    previous = entry.hash;
  }
  if (length !== undefined && entries.length < length)
    findings.push({ chain, seq: entries.length + 1, problem: 'entries at the end are missing' });
  return findings;
}
