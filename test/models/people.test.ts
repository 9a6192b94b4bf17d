import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Person } from '../../domain/records/person.ts';
import { accountableFor, accountableNow, recipientsOf, responsibleFor, standInFor } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';
import { definition } from '../../workflows/riskReview/definition.ts';
import { openTestStore } from '../support/engine.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';

let store: Store;
beforeEach(async () => {
  await store?.close();
  ({ store } = await openTestStore());
  await foundOrganization(store);
  await addRisks(store, ids.lukas, ['RSK-001']);
});
afterAll(() => store.close());

const set = (id: string, change: Partial<Person>) => store.people.set(id, change);
const process = definition as never;
const { reassess, confirm } = definition.tasks;
const person = async (id: string) => (await store.people.get(id)) as Person;
const task = { assignee: ids.lukas, accountable: ids.hanna };
const standard = { late1: ['assignee', 'lineManager'], late3: ['assignee', 'topManagement'] } as const;

describe('who is asked', () => {
  it('When a task is about a risk, its owner is; when it is about none, the first holder of the role', async () => {
    expect((await responsibleFor(store, process, reassess, 'RSK-001')).id).toBe(ids.lukas);
    expect((await responsibleFor(store, process, confirm, undefined)).id).toBe(ids.hanna);
  });

  it('When the owner has left, the manager is; when the manager has left too, whoever is accountable', async () => {
    await set(ids.lukas, { status: 'left' });
    expect((await responsibleFor(store, process, reassess, 'RSK-001')).id).toBe(ids.martin);
    await set(ids.martin, { status: 'left' });
    expect((await responsibleFor(store, process, reassess, 'RSK-001')).id).toBe(ids.hanna);
  });

  it('When nobody runs the ISMS, top management is accountable; when there is nobody at all, that is said', async () => {
    await set(ids.hanna, { status: 'left' });
    expect((await accountableFor(store, process)).id).toBe(ids.tove);
    await set(ids.tove, { status: 'left' });
    await expect(accountableFor(store, process)).rejects.toThrow(/neither an ISMS manager nor top management/);
  });

  it('When several hold a role, one that holds it everywhere comes first, then the name decides', async () => {
    await set(ids.hanna, { roles: [{ role: 'ismsManager', scope: 'porto' }] });
    await set(ids.marta, { roles: [{ role: 'ismsManager' }] });
    await set(ids.lukas, { roles: [{ role: 'ismsManager' }] });
    expect((await accountableFor(store, process)).id).toBe(ids.lukas);
  });

  it.each([
    ['is away for all of it', [{ from: '2026-10-01', to: '2026-10-20' }], [], { deputy: { id: ids.marta }, until: '2026-10-20' }],
    ['is back before the due day', [{ from: '2026-10-01', to: '2026-10-14' }], [], undefined],
    ['leaves after it was asked', [{ from: '2026-10-02', to: '2026-10-20' }], [], undefined],
    ['is away, and the deputy too', [{ from: '2026-09-01', to: '2026-12-01' }], [{ from: '2026-10-01', to: '2026-10-15' }], undefined],
  ])('When the owner %s, the right one of owner and deputy is asked', async (_what, absences, deputys, standIn) => {
    await set(ids.lukas, { absences, deputy: ids.marta });
    await set(ids.marta, { absences: deputys });
    const found = await standInFor(store, await person(ids.lukas), '2026-10-01', '2026-10-15');
    if (standIn === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(standIn);
  });

  it('When the deputy has left, or there is none, the owner is asked', async () => {
    await set(ids.lukas, { absences: [{ from: '2026-10-01', to: '2026-10-20' }] });
    expect(await standInFor(store, await person(ids.lukas), '2026-10-01', '2026-10-15')).toBeUndefined();
    await set(ids.lukas, { deputy: ids.marta });
    await set(ids.marta, { status: 'left' });
    expect(await standInFor(store, await person(ids.lukas), '2026-10-01', '2026-10-15')).toBeUndefined();
  });
});

describe('who is told', () => {
  it('When somebody is late, the line manager is told; each person once, by the first part they have in it', async () => {
    expect(await recipientsOf(store, standard.late1, task)).toEqual([
      { person: ids.lukas, as: 'assignee' },
      { person: ids.martin, as: 'lineManager' },
    ]);
    expect(await recipientsOf(store, ['assignee', 'ismsManager', 'accountable'], task)).toEqual([
      { person: ids.lukas, as: 'assignee' },
      { person: ids.hanna, as: 'ismsManager' },
    ]);
  });

  it('When there is no manager, or the manager has left, the accountable person stands in, as what they are', async () => {
    await set(ids.martin, { status: 'left' });
    const stoodIn = [
      { person: ids.lukas, as: 'assignee' },
      { person: ids.hanna, as: 'accountable' },
    ];
    expect(await recipientsOf(store, standard.late1, task)).toEqual(stoodIn);
    await set(ids.lukas, { manager: undefined } as never);
    expect(await recipientsOf(store, standard.late1, task)).toEqual(stoodIn);
  });

  it('When there is no top management at all, the last level still tells somebody beside the assignee', async () => {
    await set(ids.tove, { status: 'left' });
    expect(await recipientsOf(store, standard.late3, task)).toEqual([
      { person: ids.lukas, as: 'assignee' },
      { person: ids.hanna, as: 'accountable' },
    ]);
  });

  it('When the accountable person has left since, whoever runs the ISMS now is told instead', async () => {
    await set(ids.hanna, { status: 'left' });
    await set(ids.marta, { roles: [{ role: 'ismsManager' }] });
    expect(await recipientsOf(store, ['accountable'], task)).toEqual([{ person: ids.marta, as: 'accountable' }]);
    await set(ids.marta, { status: 'left' });
    expect(await accountableNow(store, ids.hanna)).toBe(ids.tove);
  });
});
