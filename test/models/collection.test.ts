import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Link } from '../../domain/records/letter.ts';
import type { Person } from '../../domain/records/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Store } from '../../models/store.ts';
import { openTestStore } from '../support/engine.ts';

let store: Store;
beforeAll(async () => {
  ({ store } = await openTestStore());
});
afterAll(() => store.close());

let n = 0;
/** Somebody new, with an address of their own. */
function person(more: Partial<Person> = {}): Person {
  n += 1;
  const id = `per-${String(n).padStart(10, '0')}`;
  return {
    ...{ id, version: 1, name: `Person ${n}`, email: `p${n}@tessel.example`, roles: [{ role: 'legal' }], site: 'head-office' },
    ...{ manager: 'per-manager000', language: 'en', absences: [{ from: '2026-10-01', to: '2026-10-09' }], status: 'active' },
    ...{ updatedAt: '2026-10-01T06:00:00.000Z', ...more },
  };
}

describe('a collection of records', () => {
  it('When a record is written and read, it is the same: instants come back as ISO strings with milliseconds', async () => {
    const one = person({ updatedAt: '2026-10-01T06:00:00.120Z' });
    expect(await store.people.insert(one)).toBe(true);
    expect(await store.people.get(one.id)).toEqual(one);
    const stored = await store.connection.collection<{ _id: string; updatedAt: Date }>('people').findOne({ _id: one.id });
    expect(stored?.updatedAt).toEqual(new Date('2026-10-01T06:00:00.120Z'));
  });

  it('When an instant is asked for, records before it are found as by time', async () => {
    await store.links.insert(link('a', '2026-10-01T06:00:00.000Z'));
    await store.links.insert(link('b', '2026-10-02T06:00:00.000Z'));
    expect((await store.links.find({ expiresAt: { $lt: '2026-10-01T06:00:00.001Z' } })).map(({ id }) => id)).toEqual(['a']);
  });

  it('When an id is taken, the second record is not written and the first is kept', async () => {
    const one = person();
    await store.people.insert(one);
    expect(await store.people.insert(person({ id: one.id, name: 'Somebody else' }))).toBe(false);
    expect(await store.people.get(one.id)).toEqual(one);
  });

  it('When another record has what must be unique, it is refused and not taken for an earlier attempt', async () => {
    const one = person();
    await store.people.insert(one);
    await expect(store.people.insert(person({ email: one.email }))).rejects.toMatchObject({ status: 409, code: 'taken' });
    const [fine, twice] = [person(), person({ email: one.email })];
    await expect(store.people.insertMissing([twice, fine])).rejects.toBeInstanceOf(Refusal);
    expect(await store.people.get(fine.id)).toEqual(fine);
    expect(await store.people.get(twice.id)).toBeUndefined();
  });

  it('When many are inserted again, those that are missing come in and the others stay as they are', async () => {
    const [a, b, c] = [person(), person(), person()];
    await store.people.insertMissing([a, b]);
    await store.people.insertMissing([{ ...a, name: 'Changed' }, b, c]);
    expect(await store.people.find({ id: { $in: [a.id, b.id, c.id] } })).toEqual([a, b, c]);
  });

  it('When all are read page by page, each comes once in the order of ids, and who stops early leaves nothing open', async () => {
    const some = Array.from({ length: 7 }, () => person({ manager: 'per-pages00000' }));
    await store.people.insertMissing(some);
    const mine = { manager: 'per-pages00000' };
    const read: string[][] = [];
    for await (const page of store.people.pages(mine, 3)) read.push(page.map(({ id }) => id));
    const ids = some.map(({ id }) => id);
    expect(read).toEqual([ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)]);
    expect((await store.people.ids(mine)).sort()).toEqual(ids);
    const pages = store.people.pages(mine, 3);
    expect((await pages.next()).value).toEqual(some.slice(0, 3));
    await pages.return(undefined);
    expect(await pages.next()).toEqual({ done: true, value: undefined });
    for await (const page of store.people.pages({ manager: 'nobody' }, 3)) expect(page).toBe('no page');
  });

  it('When a record does not fit its shape, it is not written', async () => {
    await expect(store.people.insert(person({ email: 'nobody' }))).rejects.toThrow(/mail address/);
    await expect(store.people.insert({ ...person(), nickname: 'Lu' } as Person)).rejects.toThrow(/nickname/);
  });

  it('When a change is guarded, it is made where the guard holds and nowhere else', async () => {
    const one = person();
    await store.people.insert(one);
    expect(await store.people.set(one.id, { version: 2, name: 'New' }, { version: 1 })).toBe(true);
    expect(await store.people.set(one.id, { version: 2, name: 'Late' }, { version: 1 })).toBe(false);
    expect(await store.people.get(one.id)).toMatchObject({ version: 2, name: 'New' });
  });

  it('When a field is set to undefined, it is gone', async () => {
    const one = person();
    await store.people.insert(one);
    await store.people.set(one.id, { manager: undefined, site: 'porto' } as Partial<Person>);
    const { manager: _manager, ...rest } = one;
    expect(await store.people.get(one.id)).toEqual({ ...rest, site: 'porto' });
  });

  it('When a field is not known, neither a change nor a filter takes it', async () => {
    const one = person();
    await store.people.insert(one);
    await expect(store.people.set(one.id, { isAdmin: true } as Partial<Person>)).rejects.toThrow(/isAdmin/);
    await expect(store.people.find({ isAdmin: true })).rejects.toThrow(/isAdmin/);
  });

  it.each([
    ['a filter', () => store.people.find({ $where: 'true' })],
    ['a filter below a field', () => store.people.find({ absences: { $elemMatch: { from: '2026-10-01' } } })],
    ['a guard', () => store.people.set('per-0000000001', { site: 'x' }, { $expr: true })],
    ['a removal', () => store.people.remove({ $or: [{ roles: { $size: 1 } }] })],
    ['a pipeline', () => store.connection.model('people').aggregate([{ $match: {} }])],
  ])('When an operator outside the portable subset is in %s, it throws', async (_where, act) => {
    await expect(act()).rejects.toThrow(/portable subset/);
  });

  it('When many are changed or removed, the numbers are told', async () => {
    const some = [person({ site: 'lisbon' }), person({ site: 'lisbon' }), person({ site: 'berlin' })];
    await store.people.insertMissing(some);
    expect(await store.people.setMany({ site: 'lisbon' }, { site: 'porto-2' })).toBe(2);
    expect(await store.people.count({ site: 'porto-2' })).toBe(2);
    expect(await store.people.remove({ site: 'porto-2' })).toBe(2);
    expect(await store.people.first({ site: 'porto-2' })).toBeUndefined();
  });
});

const link = (id: string, expiresAt: string): Link => ({
  ...{ id, kind: 'tasks', person: 'p', mail: 'm', tasks: [], createdAt: '2026-09-01T06:00:00.000Z', expiresAt },
});
