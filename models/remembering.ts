import { canonicalize } from 'json-canonicalize';
import type { RecordName } from '../domain/records/index.ts';
import type { Collection } from './collection.ts';
import type { Store } from './store.ts';

type AnyCollection = Collection<{ id: string }>;

/**
 * The same store, in which what was read once is not read again: for a computation over thousands of subjects that asks the same few people and settings
 * all the time, and is done within seconds. It writes like the store itself.
 */
export function remembering(store: Store, names: readonly RecordName[]): Store {
  return { ...store, ...Object.fromEntries(names.map((name) => [name, rememberingIn(store[name] as unknown as AnyCollection)])) };
}

function rememberingIn(collection: AnyCollection): AnyCollection {
  const known = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const found = known.get(key) ?? read();
    known.set(key, found);
    return found as Promise<T>;
  };
  return {
    ...collection,
    get: (id) => once(`get ${id}`, () => collection.get(id)),
    find: (filter, options) => once(`find ${canonicalize([filter, options ?? null])}`, () => collection.find(filter, options)),
    first: (filter, options) => once(`first ${canonicalize([filter, options ?? null])}`, () => collection.first(filter, options)),
  };
}
