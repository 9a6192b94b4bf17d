import type { Store } from '../../models/store.ts';

const writes = new Set(['insert', 'insertMissing', 'set', 'setMany', 'remove']);

const reads = new Set(['get', 'first', 'find', 'pick', 'ids', 'count']);
type Act = (...args: unknown[]) => Promise<unknown>;

export class Fault extends Error {}

/**
 * The same real store, whose nth write fails: before it reaches the database, or after it, so that its answer is lost. The fault happens once;
 * `happened` says whether there were that many writes.
 */
export function failingAt(store: Store, nth: number, when: 'before' | 'after'): { store: Store; happened(): boolean } {
  let count = 0;
  const wrapped =
    (act: Act): Act =>
    async (...args) => {
      count += 1;
      const fails = count === nth;
      if (fails && when === 'before') throw new Fault(`write ${nth} never reached the database`);
      const answer = await act(...args);
      if (fails) throw new Fault(`the answer of write ${nth} was lost`);
      return answer;
    };
  return { store: withCalls(store, (method, act) => (writes.has(method) ? wrapped(act) : act)), happened: () => count >= nth };
}

/** The same real store, in which something happens between its nth read of anything and the next. */
export function meanwhile(store: Store, nth: number, happens: () => Promise<unknown>): { store: Store; happened(): boolean } {
  let count = 0;
  const wrapped =
    (act: Act): Act =>
    async (...args) => {
      const answer = await act(...args);
      count += 1;
      if (count === nth) await happens();
      return answer;
    };
  return { store: withCalls(store, (method, act) => (reads.has(method) ? wrapped(act) : act)), happened: () => count >= nth };
}

/** A store whose collections are called through `around`. */
const withCalls = (store: Store, around: (method: string, act: Act) => Act): Store =>
  new Proxy(store, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name);
      if (part === null || typeof part !== 'object' || !('insertMissing' in part)) return part;
      return new Proxy(part, {
        get: (collection, method) => {
          const act: unknown = Reflect.get(collection, method);
          return typeof act === 'function' ? around(String(method), act as Act) : act;
        },
      });
    },
  });

/**
 * Tries `act` on a store that fails at its first write, then once more on a whole one; the same for its second write, and so on until there was
 * nothing left to fail. `fresh` prepares each round and says what it is about, `check` holds the end of each round to what it must be.
 */
export async function whereverItFails<T>(
  store: Store,
  round: { fresh(): Promise<T>; act(store: Store, about: T): Promise<unknown>; check(about: T, at: string): Promise<void> },
): Promise<number> {
  let rounds = 0;
  for (const when of ['before', 'after'] as const)
    for (let nth = 1; ; nth += 1) {
      const about = await round.fresh();
      const faulty = failingAt(store, nth, when);
      const failed = await round.act(faulty.store, about).then(
        () => false,
        (failure: unknown) => {
          if (!(failure instanceof Fault)) throw failure;
          return true;
        },
      );
      if (!faulty.happened()) break;
      if (!failed) throw new Error(`write ${nth} failed and nobody heard of it`);
      await round.act(store, about);
      await round.check(about, `${when} write ${nth}`);
      rounds += 1;
    }
  return rounds;
}
