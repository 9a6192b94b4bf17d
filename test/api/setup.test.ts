import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../api/callers.ts';
import { personOf } from '../../api/passwords.ts';
import { ensureOrganization } from '../../api/setup.ts';
import { verifyTrail } from '../../api/verification.ts';
import { openStore, type Store } from '../../models/store.ts';

const config = {
  adminEmail: 'boss@example.org',
  adminPassword: 'a password of my own',
  adminToken: 'a-token-of-at-least-thirty-two-characters',
  example: false,
};

const stores: Store[] = [];
async function emptyStore(): Promise<Store> {
  const store = await openStore((process.env.TEST_MONGODB_URI ?? '').replace(/\/[^/?]*(\?|$)/, `/s${randomUUID().replaceAll('-', '')}$1`));
  await store.createIndexes();
  stores.push(store);
  return store;
}
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

const countAll = async (store: Store) =>
  Promise.all(
    [
      store.people,
      store.risks,
      store.controls,
      store.assessments,
      store.riskCriteria,
      store.settings,
      store.trail,
      store.objectives,
      store.measures,
    ].map((one) => one.count({})),
  );

describe('The first start', () => {
  it('When there is no example, one administrator, criteria and settings are all there is', async () => {
    const store = await emptyStore();
    const { createdAt } = await ensureOrganization({ store, config });
    expect(await countAll(store)).toEqual([1, 0, 0, 0, 1, 1, 3, 0, 0]);
    const person = await personOf(store, 'boss@example.org', 'a password of my own');
    expect(person).toMatchObject({ roles: [{ role: 'ismsManager' }, { role: 'everyone' }], site: 'head-office', updatedAt: createdAt });
    expect(await store.tokens.get(sha256(config.adminToken))).toMatchObject({ person: person?.id });
    expect((await store.settings.get('settings'))?.sites[0]).toMatchObject({ name: 'Head office', holidays: [] });
  });

  it('When two processes start at once, they create one organization', async () => {
    const store = await emptyStore();
    const both = await Promise.all([
      ensureOrganization({ store, config }),
      ensureOrganization({ store, config }),
      ensureOrganization({ store, config }),
    ]);
    expect(new Set(both.map(({ createdAt }) => createdAt)).size).toBe(1);
    expect(await countAll(store)).toEqual([1, 0, 0, 0, 1, 1, 3, 0, 0]);
    expect((await verifyTrail(store)).findings).toEqual([]);
  });

  it('When the example organization is created, all of it has its trail, and its ISMS manager can sign in', async () => {
    const store = await emptyStore();
    await ensureOrganization({ store, config: { ...config, example: true } });
    const [people, risks] = await countAll(store);
    expect([people, risks]).toEqual([12, 24]);
    expect([await store.objectives.count({ status: 'active' }), await store.measures.count({ status: 'active' })]).toEqual([3, 3]);
    expect(await store.controls.count({ checkEvery: { $exists: true } })).toBe(7);
    expect(await verifyTrail(store)).toMatchObject({ findings: [] });
    expect((await personOf(store, 'boss@example.org', 'a password of my own'))?.roles.map(({ role }) => role)).toContain('ismsManager');
  });

  it('When the start was cut off in the middle, the next one completes it', async () => {
    const store = await emptyStore();
    await ensureOrganization({ store, config: { ...config, example: true } });
    const whole = await countAll(store);
    await store.settings.remove({});
    await store.risks.remove({ id: { $in: ['RSK-001', 'RSK-002'] } });
    await store.measures.remove({ id: 'MSR-002' });
    await store.trail.remove({ chain: { $in: ['risks/RSK-001', 'risks/RSK-002', 'measures/MSR-002', 'settings/settings'] } });
    await ensureOrganization({ store, config: { ...config, example: true } });
    expect(await countAll(store)).toEqual(whole);
  });

  it('When the environment brings another token later, the old one is worth nothing and the password stays', async () => {
    const store = await emptyStore();
    await ensureOrganization({ store, config });
    await ensureOrganization({
      store,
      config: { ...config, adminToken: 'another-token-of-thirty-two-characters', adminPassword: 'another password' },
    });
    expect(await store.tokens.get(sha256(config.adminToken))).toBeUndefined();
    expect(await store.tokens.count({})).toBe(1);
    expect(await personOf(store, 'boss@example.org', 'another password')).toBeUndefined();
    expect(await personOf(store, 'boss@example.org', 'a password of my own')).toBeDefined();
  });
});
