import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { firstInOrder } from '../../models/inOrder.ts';
import type { Store } from '../../models/store.ts';
import { openTestStore } from '../support/engine.ts';
import fc from '../support/properties.ts';

let store: Store;
const dayOf = (n: number) => new Date(Date.UTC(2027, 0, 1) + n * 21_600_000).toISOString();

beforeAll(async () => {
  ({ store } = await openTestStore());
  await store.calendarEntries.insertMissing(
    Array.from({ length: 120 }, (_, n) => ({
      ...{ id: `e${String((n * 37) % 120).padStart(3, '0')}`, person: n % 3 === 0 ? 'a' : 'b', run: 'r', task: 't', sequence: 0 },
      ...{ due: dayOf((n % 30) ** 2), state: n % 5 === 0 ? ('cancelled' as const) : ('published' as const) },
    })),
  );
});
afterAll(() => store.close());

const instants = fc.integer({ min: -10, max: 900 }).map(dayOf);
const bounds = fc.record({ $gt: instants, $gte: instants, $lt: instants, $lte: instants }, { requiredKeys: [] });

const states = fc.constantFrom(undefined, 'published', { $in: ['published', 'cancelled'] }, { $in: ['cancelled'] });

describe('the first records in the order of an instant', () => {
  it('When they are looked for window by window, they are those that the database sorts to the front', async () => {
    await fc.assert(
      fc.asyncProperty(instants, instants, bounds, fc.integer({ min: 1, max: 130 }), states, async (since, now, due, limit, state) => {
        const filter = { ...(state !== undefined && { state }), ...(Object.keys(due).length > 0 && { due }) };
        const found = await firstInOrder(store.calendarEntries, filter, { field: 'due', since, now, limit });
        expect(found).toEqual(await store.calendarEntries.find(filter, { sort: { due: 1, _id: 1 }, limit }));
      }),
      { numRuns: 40 },
    );
  });
});
