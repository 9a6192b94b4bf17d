import { canonicalize } from 'json-canonicalize';
import type { RecordName } from '../domain/records/index.ts';
import type { Collection } from './collection.ts';
import type { Store } from './store.ts';

type AnyCollection = Collection<{ id: string }>;

/**
 * The same store, in which what was read once is not read again: for work that asks the same few people and settings all the time, and is done within
 * seconds, so that all its parts get the same answer. A write forgets what was read of its collection.
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
  const forgetting =
    <A extends unknown[], R>(write: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      write(...args).finally(() => known.clear());
  const { insert, insertMissing, set, setMany, remove } = collection;
  return {
    ...collection,
    ...{ insert: forgetting(insert), insertMissing: forgetting(insertMissing) },
    ...{ set: forgetting(set), setMany: forgetting(setMany), remove: forgetting(remove) },
    get: (id) => once(`get ${id}`, () => collection.get(id)),
    find: (filter, options) => once(`find ${canonicalize([filter, options ?? null])}`, () => collection.find(filter, options)),
    first: (filter, options) => once(`first ${canonicalize([filter, options ?? null])}`, () => collection.first(filter, options)),
  };
}
