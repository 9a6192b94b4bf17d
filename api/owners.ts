import { z } from 'zod';
import type { Store } from '../models/store.ts';

/** Somebody who owns records of a register, and how many. */
export const RecordOwner = z.strictObject({ id: z.string(), name: z.string(), records: z.int() }).meta({ id: 'RecordOwner' });
type RecordOwner = z.infer<typeof RecordOwner>;

/** Whose these records are, by name. */
export async function ownersIn(store: Store, records: readonly { owner?: string | undefined }[]): Promise<RecordOwner[]> {
  const counts = new Map<string, number>();
  for (const { owner } of records) if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  const people = await store.people.pick({ id: { $in: [...counts.keys()] } }, ['name']);
  return people
    .map(({ id, name }) => ({ id, name, records: counts.get(id) ?? 0 }))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}
