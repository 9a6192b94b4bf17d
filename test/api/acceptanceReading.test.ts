import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Acceptance } from '../../domain/records/acceptance.ts';
import type { AcceptanceReading } from '../../domain/records/reading.ts';
import { addRisks } from '../support/organization.ts';
import { ids, type Product, startApi } from './http.ts';

let product: Product;
const at = '2026-10-06T08:00:00.000Z';
const levels = { likelihood: 3, consequence: 3 };

const acceptance = (id: string, fields: Partial<Acceptance>): Acceptance => ({
  ...{ id, version: 1, run: `riskAcceptance-${id}`, risk: 'RSK-001', owner: ids.lukas, authority: 'riskOwner', state: 'accepted' },
  snapshot: {
    ...{ risk: 'RSK-001', riskVersion: 1, name: 'Laptop', description: '', owner: ids.lukas, status: 'active', linked: [], controls: [] },
    ...{ criteria: 'criteria-1', assessment: 'RSK-001-1', frozenAt: at, levels, band: 'medium' },
  },
  ...{ askedAt: at, requestedBy: { person: ids.lukas, via: 'link' }, requestedAt: at, justification: 'It ends in the spring.' },
  ...{ validUntil: '2027-10-06', updatedAt: at, ...fields },
});

async function decidedOn(id: string): Promise<AcceptanceReading['decided']> {
  const { body } = await product.as(ids.hanna)('GET', `/api/v1/registers/acceptances/${id}/reading`);
  return (body as AcceptanceReading).decided;
}

beforeAll(async () => {
  product = await startApi();
  const { store } = product;
  await addRisks(store, ids.lukas, ['RSK-001'], { current: levels, band: 'medium' });
  const byMartin = {
    decidedBy: { person: ids.martin, via: 'login' as const },
    decidedAt: '2026-10-08T08:00:00.000Z',
    decision: 'Half a year.',
  };
  await store.acceptances.insert(acceptance('RSK-001-v1', {}));
  await store.acceptances.insert(acceptance('RSK-001-v2', { authority: 'topManagement', ...byMartin }));
  await store.acceptances.insert(acceptance('RSK-001-v3', { authority: 'topManagement', state: 'asked' }));
});
afterAll(() => product.stop());

describe('who has decided on an acceptance', () => {
  it('When it is within the authority of the owner, what the owner asked for is the decision', async () => {
    expect(await decidedOn('RSK-001-v1')).toEqual({ name: 'Lukas Wendt', at, reason: 'It ends in the spring.' });
  });

  it('When it is above it, it is whoever approved', async () => {
    expect(await decidedOn('RSK-001-v2')).toEqual({ name: 'Martin Seidel', at: '2026-10-08T08:00:00.000Z', reason: 'Half a year.' });
  });

  it('When it is still asked, nobody has decided', async () => {
    expect(await decidedOn('RSK-001-v3')).toBeUndefined();
  });
});
