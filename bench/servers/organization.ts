import { systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Risk } from '../../domain/records/risk.ts';
import { insertRecords } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';
import { sha256 } from '../../models/trail.ts';

export type Owner = { id: string; token: string };

const digits = (n: number): string => String(n).padStart(5, '0');
const created = (key: string) => ({ at: systemNow(), actor: engine, event: 'created', key });

/** No command takes longer than the driver waits for an answer. */
const atOnce = 500;

/** People who own risks, each with a token. */
export async function addOwners(store: Store, count: number): Promise<Owner[]> {
  const manager = await store.people.first({});
  if (manager === undefined) throw new Error('there is nobody in the organization');
  const at = systemNow();
  const owners = Array.from({ length: count }, (_, n) => ({ id: `per-owner${digits(n)}`, token: `bench-token-of-owner-${digits(n)}` }));
  const people = owners.map(
    ({ id }, n): Person => ({
      ...{ id, version: 1, name: `Owner ${n}`, email: `owner${n}@bench.example`, roles: [{ role: 'riskOwner' }] },
      ...{ site: manager.site, manager: manager.id, language: 'en', absences: [], status: 'active', updatedAt: at },
    }),
  );
  const tokens = owners.map(({ id, token }) => ({ id: sha256(token), person: id, name: 'bench', createdAt: at }));
  for (let n = 0; n < count; n += atOnce) {
    await insertRecords(store, { register: 'people', records: people.slice(n, n + atOnce), ...created('owners') });
    await store.tokens.insertMissing(tokens.slice(n, n + atOnce));
  }
  return owners;
}

const lowest = { likelihood: 1, consequence: 1 };

const riskOf = (n: number, owner: string): Risk => ({
  ...{ id: `RSK-${digits(n)}`, version: 1, name: `Risk ${n}`, description: 'What could happen, and to what.', owner },
  ...{ assets: [], threat: '', vulnerability: '', properties: [], treatment: [], controls: [], status: 'active', updatedAt: systemNow() },
  ...{ current: lowest, band: 'low', lastAssessment: { id: 'before', day: '2026-07-01', by: owner, ...lowest, band: 'low' } },
});

/** Risks `from` to `to`, judged lowest, dealt out to the owners. Returns how many. */
export async function addRisks(store: Store, owners: readonly Owner[], from: number, to: number): Promise<number> {
  const risks = Array.from({ length: to - from + 1 }, (_, n) => riskOf(from + n, owners[n % owners.length]?.id ?? ''));
  await insertRecords(store, { register: 'risks', records: risks, ...created(`risks from ${from}`) });
  return risks.length;
}
