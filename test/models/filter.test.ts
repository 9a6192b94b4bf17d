import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Filter } from '../../models/collection.ts';
import { allOf, matches } from '../../models/filter.ts';
import type { Store } from '../../models/store.ts';
import { openTestStore } from '../support/engine.ts';
import fc from '../support/properties.ts';

let store: Store;
let records: Awaited<ReturnType<Store['proposals']['find']>>;

const people = ['per-a', 'per-b', 'per-c'];
const statuses = ['open', 'accepted', 'declined'] as const;

beforeAll(async () => {
  ({ store } = await openTestStore());
  const common = {
    version: 1,
    process: 'riskAcceptance',
    about: 'RSK-001',
    reason: 'Above the rule.',
    proposedAt: '2026-11-26T10:00:00.000Z',
  };
  const all = people.flatMap((to) =>
    statuses.flatMap((status) => people.map((run) => ({ ...common, id: `${to}/${status}/${run}`, to, status, run }))),
  );
  await store.proposals.insertMissing(all as never);
  records = await store.proposals.find({});
});
afterAll(() => store.close());

const oneOf = (field: string, values: readonly string[]): fc.Arbitrary<Filter> =>
  fc.oneof(
    fc.constantFrom(...values).map((value) => ({ [field]: value })),
    fc.subarray([...values]).map((some) => ({ [field]: { $in: some } })),
  );
const either = fc.tuple(oneOf('to', people), oneOf('run', people)).map(([a, b]) => ({ $or: [a, b] }));
const anyFilter = fc.oneof(fc.constant({}), oneOf('to', people), oneOf('status', statuses), oneOf('run', people), either);
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

describe('filters', () => {
  it('When several are joined, the database finds what each of them alone would have left', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFilter, { maxLength: 4 }), async (filters) => {
        const found = await store.proposals.find(allOf(...filters));
        expect(ids(found)).toEqual(ids(records.filter((record) => filters.every((filter) => matches(record, filter)))));
      }),
      { numRuns: 60 },
    );
  });

  it('When a record that was read is judged by a filter, the answer is the one the database gives', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter, async (filter) => {
        expect(ids(records.filter((record) => matches(record, filter)))).toEqual(ids(await store.proposals.find(filter)));
      }),
      { numRuns: 60 },
    );
  });

  it('When two speak of one field, they stand side by side if they can, and both count if they cannot', () => {
    expect(allOf({ due: { $lt: 5 } }, { due: { $gte: 2 } }, { state: 'open' })).toEqual({ due: { $lt: 5, $gte: 2 }, state: 'open' });
    expect(allOf({ due: { $lt: 5 } }, { due: { $lt: 4 } })).toEqual({ due: { $lt: 5 }, $and: [{ due: { $lt: 4 } }] });
    expect(allOf({ owner: 'a' }, { owner: 'b' })).toEqual({ owner: 'a', $and: [{ owner: 'b' }] });
    expect(allOf({}, {})).toEqual({});
  });

  it('When a filter compares in a way that is not known here, a record is not judged by it at all', () => {
    expect(() => matches({ id: 'a' }, { due: { $lt: 5 } })).toThrow('due');
    expect(matches({ id: 'a', by: { person: 'p' } } as never, { _id: 'a', 'by.person': 'p' })).toBe(true);
  });
});
