import type { TrailEntry, TrailText } from '../domain/records/trail.ts';
import type { Store } from './store.ts';
import { entryId, genesis, hashOf, sha256, textsBeside } from './trail.ts';

export type Finding = { chain: string; seq: number; problem: string };

/** Checks one chain from its first entry: hashes, links, gaps, and that no text beside it was changed. */
export async function verifyChain(store: Store, chain: string, length?: number): Promise<Finding[]> {
  const entries = await store.trail.find({ chain }, { sort: { seq: 1 } });
  return checkChain(chain, entries, await textsBeside(store, entries), length);
}

/**
 * The same for entries that were read already, in their order, with texts by the id of their entry; `length` is what the record itself says
 * that the chain has at least.
 */
export function checkChain(chain: string, entries: readonly TrailEntry[], texts: ReadonlyMap<string, TrailText>, length = 0): Finding[] {
  const findings: Finding[] = [];
  let previous = genesis;
  for (const [n, entry] of entries.entries()) {
    if (entry.seq !== n + 1) return [...findings, { chain, seq: n + 1, problem: 'an entry is missing' }];
    const problems = [...problemsOf(entry, chain, previous), ...changedTexts(entry, texts.get(entry.id))];
    findings.push(...problems.map((problem) => ({ chain, seq: entry.seq, problem })));
    previous = entry.hash;
  }
  if (entries.length < length) findings.push({ chain, seq: entries.length + 1, problem: 'entries at the end are missing' });
  return findings;
}

function problemsOf(entry: TrailEntry, chain: string, previous: string): string[] {
  return [
    ...(entry.id === entryId(chain, entry.seq) ? [] : ['the entry carries another id']),
    ...(entry.previous === previous ? [] : ['it does not follow the entry before it']),
    ...(hashOf(entry) === entry.hash ? [] : ['its content does not match its hash']),
  ];
}

function changedTexts({ data }: TrailEntry, beside: TrailText | undefined): string[] {
  const { salt = '', texts = {} } = beside ?? {};
  const stated = (key: string) => (data[key] as { sha256?: string } | undefined)?.sha256;
  return Object.entries(texts)
    .filter(([key, text]) => stated(key) !== sha256(salt + text))
    .map(([key]) => `the text "${key}" was changed`);
}
