import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Person } from '../../domain/records/person.ts';
import { verifyChain } from '../../models/chain.ts';
import { type Change, changeRecord, insertRecords } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';
import { textsOf } from '../../models/trail.ts';
import { openTestStore } from '../support/engine.ts';
import { failingAt, whereverItFails } from '../support/faultyStore.ts';

let store: Store;
beforeAll(async () => {
  ({ store } = await openTestStore());
});
afterAll(() => store.close());

const at = '2026-10-01T06:00:00.000Z';
const actor = { person: 'per-hanna00000', via: 'login' } as const;
const change = (id: string, set: Partial<Person>, more: Partial<Change<'people'>> = {}): Change<'people'> => ({
  ...{ register: 'people', id, set, at, actor, event: 'changed', ...more },
});

let n = 0;
function draft(): { id: string; set: Partial<Person> } {
  n += 1;
  return {
    id: `per-${String(n).padStart(10, '0')}`,
    set: {
      ...{ name: `Person ${n}`, email: `p${n}@tessel.example`, roles: [], site: 'head-office', language: 'en' },
      ...{ manager: 'per-manager000', absences: [], status: 'active' },
    },
  };
}

async function created(): Promise<Person> {
  const { id, set } = draft();
  return changeRecord(store, change(id, set, { event: 'created' }));
}

const versionsOf = async (id: string) => (await store.trail.find({ chain: `people/${id}` }, { sort: { seq: 1 } })).map(({ seq }) => seq);

describe('a register', () => {
  it('When a record is changed, its version rises, its trail has one entry more, and names stand beside it', async () => {
    const person = await created();
    const changed = await changeRecord(
      store,
      change(person.id, { name: 'Ada Lund', manager: undefined } as never, { version: 1, why: 'Married.' }),
    );
    expect(changed).toMatchObject({ version: 2, name: 'Ada Lund', updatedAt: at });
    expect(changed.manager).toBeUndefined();
    const entry = await store.trail.get(`people/${person.id}#2`);
    expect(entry?.data.set).toEqual({ manager: null });
    expect(entry && (await textsOf(store, entry))).toEqual({ name: 'Ada Lund', why: 'Married.' });
    expect(JSON.stringify(entry)).not.toContain('Ada');
    expect(await verifyChain(store, `people/${person.id}`, 2)).toEqual([]);
  });

  it('When the version is not the current one, the change is refused and nothing is written', async () => {
    const person = await created();
    await changeRecord(store, change(person.id, { site: 'porto' }, { version: 1 }));
    const late = changeRecord(store, change(person.id, { site: 'berlin' }, { version: 1 }));
    await expect(late).rejects.toMatchObject({ status: 409, code: 'stale' });
    expect(await store.people.get(person.id)).toMatchObject({ site: 'porto', version: 2 });
    expect(await versionsOf(person.id)).toEqual([1, 2]);
  });

  it('When a new record has the id of another, it is refused', async () => {
    const person = await created();
    await expect(changeRecord(store, change(person.id, draft().set))).rejects.toMatchObject({ status: 409, code: 'taken' });
  });

  it('When twenty change one version at once, one wins, and the record is what the winner said, names included', async () => {
    const person = await created();
    const tries = Array.from({ length: 20 }, (_, k) =>
      changeRecord(store, change(person.id, { name: `Name ${k}`, site: `site-${k}` }, { version: 1 })).then(
        () => k,
        (failure: { code?: string }) => failure.code,
      ),
    );
    const answers = await Promise.all(tries);
    const won = answers.filter((answer) => typeof answer === 'number');
    expect(won).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'stale')).toHaveLength(19);
    expect(await store.people.get(person.id)).toMatchObject({ version: 2, name: `Name ${won[0]}`, site: `site-${won[0]}` });
    expect(await verifyChain(store, `people/${person.id}`, 2)).toEqual([]);
  });

  it('When a writer dies between trail and record, the next one rolls it forward and is told to read again', async () => {
    const person = await created();
    const dying = failingAt(store, 3, 'before'); // text, entry, record
    await expect(changeRecord(dying.store, change(person.id, { name: 'Bea Holm', site: 'porto' }, { version: 1 }))).rejects.toThrow(
      /write 3/,
    );
    expect(await store.people.get(person.id)).toMatchObject({ version: 1 });
    await expect(changeRecord(store, change(person.id, { site: 'berlin' }, { version: 1 }))).rejects.toMatchObject({ code: 'stale' });
    expect(await store.people.get(person.id)).toMatchObject({ version: 2, name: 'Bea Holm', site: 'porto' });
    expect(await changeRecord(store, change(person.id, { site: 'berlin' }, { version: 2 }))).toMatchObject({
      version: 3,
      name: 'Bea Holm',
    });
  });

  it('When a change with a key fails at any write and is tried again, it is made once', async () => {
    const rounds = await whereverItFails(store, {
      fresh: created,
      act: (some, person) => changeRecord(some, change(person.id, { name: 'Cyd Berg', site: 'porto' }, { version: 1, key: 'the same' })),
      async check(person, where) {
        expect({ where, ...(await store.people.get(person.id)) }).toMatchObject({ where, version: 2, name: 'Cyd Berg', site: 'porto' });
        expect(await versionsOf(person.id)).toEqual([1, 2]);
        expect(await verifyChain(store, `people/${person.id}`, 2)).toEqual([]);
      },
    });
    expect(rounds).toBeGreaterThanOrEqual(6);
  });

  it('When a change with a key is repeated after it was made, it answers what is there and changes nothing', async () => {
    const person = await created();
    const once = () => changeRecord(store, change(person.id, { site: 'porto' }, { version: 1, key: 'again' }));
    const [first, second] = [await once(), await once()];
    expect(second).toEqual(first);
    expect(await versionsOf(person.id)).toEqual([1, 2]);
  });

  it('When many records are inserted and it fails at any write, trying again brings all of them in once', async () => {
    const rounds = await whereverItFails(store, {
      fresh: async () => Array.from({ length: 5 }, draft),
      act: (some, drafts) => {
        const records = drafts.map(({ id, set }) => ({ ...set, id, version: 1, updatedAt: at }) as Person);
        return insertRecords(some, { register: 'people', records, at, actor, event: 'imported', key: 'import-1' });
      },
      async check(drafts) {
        for (const { id, set } of drafts) {
          expect(await store.people.get(id)).toMatchObject({ ...set, version: 1 });
          expect(await verifyChain(store, `people/${id}`, 1)).toEqual([]);
        }
      },
    });
    expect(rounds).toBeGreaterThanOrEqual(6);
  });

  it('When an imported id is somebody else’s, the import is refused', async () => {
    const person = await created();
    const insertion = { register: 'people', records: [person], at, actor, event: 'imported', key: 'import-2' } as const;
    await expect(insertRecords(store, insertion)).rejects.toMatchObject({ status: 409, code: 'taken' });
  });
});
