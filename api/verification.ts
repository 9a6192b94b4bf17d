import type { TrailEntry, Verification as Verified } from '../domain/records/trail.ts';
import { checkChain, type Finding } from '../models/chain.ts';
import type { Collection, Filter } from '../models/collection.ts';
import { chainOf, registers } from '../models/registers.ts';
import type { Store } from '../models/store.ts';
import { textsBeside } from '../models/trail.ts';

type Verification = { chains: number; entries: number; findings: Finding[] };

const atOnce = 1000;

/**
 * Checks every chain of the trail: hashes, links, gaps, texts beside it, and that it is as long as the record it is about says. Reads in pages, so
 * that a long trail takes time and not memory.
 */
export async function verifyTrail(store: Store): Promise<Verification> {
  const lengths = await lengthsOf(store);
  const found: Verification = { chains: 0, entries: 0, findings: [] };
  let open: TrailEntry[] = [];
  const check = async (chain: string, entries: readonly TrailEntry[]) => {
    found.chains += 1;
    found.entries += entries.length;
    found.findings.push(...(await checked(store, chain, entries, lengths.get(chain))));
    lengths.delete(chain);
  };
  for await (const entry of inOrder(store)) {
    const [first] = open;
    if (first !== undefined && first.chain !== entry.chain) {
      await check(first.chain, open);
      open = [];
    }
    open.push(entry);
  }
  if (open[0] !== undefined) await check(open[0].chain, open);
  for (const chain of [...lengths.keys()]) await check(chain, []);
  return found;
}

/** The same for one chain, with its last entry; undefined where there neither is one nor ought to be. */
export async function verifyTrailOf(store: Store, chain: string): Promise<(Verification & Pick<Verified, 'last'>) | undefined> {
  const entries = await store.trail.find({ chain }, { sort: { seq: 1 } });
  const length = await lengthOf(store, chain);
  const last = entries.at(-1);
  if (last === undefined && length === undefined) return undefined;
  const findings = await checked(store, chain, entries, length);
  return {
    chains: 1,
    entries: entries.length,
    findings,
    ...(last !== undefined && { last: { seq: last.seq, at: last.at, hash: last.hash } }),
  };
}

async function checked(store: Store, chain: string, entries: readonly TrailEntry[], length: number | undefined): Promise<Finding[]> {
  return checkChain(chain, entries, await textsBeside(store, entries), length);
}

async function* inOrder(store: Store): AsyncGenerator<TrailEntry> {
  const sort = { chain: 1, seq: 1 } as const;
  for (let after: Filter = {}; ; ) {
    const page = await store.trail.find(after, { sort, limit: atOnce });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < atOnce) return;
    after = { $or: [{ chain: { $gt: last.chain } }, { chain: last.chain, seq: { $gt: last.seq } }] };
  }
}

/** How long each chain must be at least, by what its record says of itself. */
async function lengthsOf(store: Store): Promise<Map<string, number>> {
  const lengths = new Map<string, number>();
  for await (const { id, seq } of all(store.tasks)) lengths.set(`task/${id}`, seq);
  // A run that was inserted and not yet recorded has no chain.
  for await (const { id, seq } of all(store.runs)) if (seq > 0) lengths.set(`run/${id}`, seq);
  for (const register of registers)
    for await (const { id, version } of all(store[register] as unknown as Collection<{ id: string; version: number }>))
      lengths.set(chainOf(register, id), version);
  return lengths;
}

/** How long one chain must be at least; undefined where nothing says so. */
async function lengthOf(store: Store, chain: string): Promise<number | undefined> {
  const slash = chain.indexOf('/');
  const [kind, id] = [chain.slice(0, slash), chain.slice(slash + 1)];
  if (kind === 'task') return (await store.tasks.get(id))?.seq;
  if (kind === 'run') return (await store.runs.get(id))?.seq || undefined;
  const register = registers.find((name) => name === kind);
  return register && (await (store[register] as unknown as Collection<{ id: string; version: number }>).get(id))?.version;
}

async function* all<T extends { id: string }>(collection: Collection<T>): AsyncGenerator<T> {
  for (let after: Filter = {}; ; ) {
    const page = await collection.find(after, { limit: atOnce });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < atOnce) return;
    after = { _id: { $gt: last.id } };
  }
}
