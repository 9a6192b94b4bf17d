import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findAny } from '../../models/anyOf.ts';
import type { Store } from '../../models/store.ts';
import { chance } from '../support/chance.ts';
import { openTestStore } from '../support/engine.ts';

let store: Store;
beforeAll(async () => {
  ({ store } = await openTestStore());
  const some = chance(7);
  const one = <T>(of: readonly T[]): T => of[Math.floor(some.between(0, of.length))] as T;
  await store.calendarEntries.insertMissing(
    Array.from({ length: 60 }, (_, n) => ({
      ...{ id: `e${String(n).padStart(2, '0')}`, person: one(['a', 'b', 'c']), run: one(['r1', 'r2']), task: one(['t1', 't2']) },
      ...{ due: one(['2027-01-04T08:00:00.000Z', '2027-02-01T08:00:00.000Z', '2027-03-01T08:00:00.000Z']), sequence: one([0, 1, 2]) },
      state: one(['published', 'cancelled'] as const),
    })),
  );
});
afterAll(() => store.close());

describe('What any of several filters matches', () => {
  const or = [{ person: 'a' }, { run: 'r1', state: 'published' }, { task: 't2', sequence: { $gte: 1 } }];
  it.each([
    ['all of them', {}],
    ['in the order of a date and of ids', { sort: { due: 1, _id: 1 } }],
    ['backwards, the first seven', { sort: { due: -1, _id: -1 }, limit: 7 }],
  ] as const)('When it is asked for %s, it is what the database says, each once', async (_what, options) => {
    for (const beside of [{}, { state: 'cancelled' }, { person: { $in: ['a', 'b'] } }]) {
      const filter = { ...beside, $or: or };
      const found = await findAny(store.calendarEntries, filter, options);
      expect(found.length).toBeGreaterThan(0);
      expect(found).toEqual(await store.calendarEntries.find(filter, options));
    }
  });
});
