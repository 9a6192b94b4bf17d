import type { SpokenEntry, TrailEntry } from '../domain/records/trail.ts';
import type { Store } from '../models/store.ts';
import { textsBeside } from '../models/trail.ts';

/** Entries with the texts that stand beside them, as far as they were not erased. */
export async function withTexts(store: Store, entries: readonly TrailEntry[]): Promise<SpokenEntry[]> {
  const texts = await textsBeside(store, entries);
  return entries.map((entry) => ({ ...entry, texts: texts.get(entry.id)?.texts ?? {} }));
}

/** One chain from its first entry. */
export const spoken = async (store: Store, chain: string): Promise<SpokenEntry[]> =>
  withTexts(store, await store.trail.find({ chain }, { sort: { seq: 1 } }));
