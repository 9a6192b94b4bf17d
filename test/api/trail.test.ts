import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addPerson, ids, type Product, startApi } from './http.ts';

let product: Product;
beforeAll(async () => {
  product = await startApi();
  // The small organization's criteria come without a trail; here everything has one.
  await product.store.riskCriteria.remove({ id: 'criteria-1' });
  await product.as(ids.hanna)('POST', '/api/v1/registers/riskCriteria', { preset: 5 });
  await product.as(ids.hanna)('POST', '/api/v1/registers/risks', { id: 'RSK-1', name: 'A risk', owner: ids.lukas });
  await product.as(ids.hanna)('PATCH', '/api/v1/registers/risks/RSK-1', { version: 1, description: 'More is known.' });
  await product.as(ids.hanna)('PATCH', '/api/v1/registers/risks/RSK-1', { version: 2, nextReview: '2027-01-15' });
});
afterAll(() => product.stop());

const verified = async () =>
  (await product.as(ids.hanna)('GET', '/api/v1/trail/verification')).body as {
    chains: number;
    entries: number;
    findings: object[];
    at: string;
  };
const trail = () => product.store.connection.collection<{ _id: string }>('trail');

describe('The trail', () => {
  it('When a record was changed, its chain says who, how and what, from its first entry on', async () => {
    const { body } = await product.as(ids.hanna)('GET', '/api/v1/trail?subject=risks/RSK-1');
    expect((body as { items: object[] }).items).toMatchObject([
      { seq: 1, event: 'created', actor: { person: ids.hanna, via: 'token' }, data: { set: { name: 'A risk' } } },
      { seq: 2, event: 'changed', data: { set: { description: 'More is known.' } } },
      { seq: 3, event: 'changed', data: { set: { nextReview: '2027-01-15' } } },
    ]);
    const from = await product.as(ids.hanna)('GET', '/api/v1/trail?subject=risks/RSK-1&from=2&limit=1');
    expect((from.body as { items: { seq: number }[] }).items.map(({ seq }) => seq)).toEqual([2]);
  });

  it('When a person is recorded, name and address stand beside the entry and only their hashes in it', async () => {
    const { body } = await product.as(ids.hanna)('GET', `/api/v1/trail?subject=people/${ids.lukas}`);
    const [entry] = (body as { items: { texts: object; data: object }[] }).items;
    expect(entry?.texts).toEqual({ name: 'Lukas Wendt', email: 'lukas@tessel.example' });
    expect(JSON.stringify(entry?.data)).not.toContain('Lukas');
  });

  it('When nothing was touched, verification finds nothing', async () => {
    expect(await verified()).toEqual({ chains: 8, entries: 10, findings: [], at: expect.stringMatching(/Z$/) });
  });

  it.each([
    ['one field of one entry is changed', { $set: { 'data.set.description': 'Less is known.' } }, 'its content does not match its hash'],
    ['an entry is dated back', { $set: { at: new Date(0) } }, 'its content does not match its hash'],
    ['an entry gets another actor', { $set: { 'actor.person': ids.marta } }, 'its content does not match its hash'],
  ])('When %s, verification names chain and entry', async (_what, change, problem) => {
    const before = await trail().findOne({ _id: 'risks/RSK-1#2' });
    await trail().updateOne({ _id: 'risks/RSK-1#2' }, change);
    const { findings } = await verified();
    await trail().replaceOne({ _id: 'risks/RSK-1#2' }, before as never);
    expect(findings).toEqual([{ chain: 'risks/RSK-1', seq: 2, problem }]);
  });

  it.each([
    ['an entry in the middle', 'risks/RSK-1#2', { chain: 'risks/RSK-1', seq: 2, problem: 'an entry is missing' }],
    ['the last entry', 'risks/RSK-1#3', { chain: 'risks/RSK-1', seq: 3, problem: 'entries at the end are missing' }],
    ['a whole chain', `people/${ids.lukas}#1`, { chain: `people/${ids.lukas}`, seq: 1, problem: 'entries at the end are missing' }],
  ])('When %s is deleted, verification says so', async (_what, _id, finding) => {
    const before = await trail().findOne({ _id });
    await trail().deleteOne({ _id });
    const { findings } = await verified();
    await trail().insertOne(before as never);
    expect(findings).toEqual([finding]);
  });
});

describe('Looking for entries of the trail', () => {
  const found = async (query: string) => {
    const { body } = await product.as(ids.hanna)('GET', `/api/v1/trail?${query}`);
    return (body as { items: { id: string }[] }).items.map(({ id }) => id);
  };

  it('When kinds of chains, events, days and people are asked for, only their entries are listed, in the order that is wanted', async () => {
    expect(await found('within=risks/')).toEqual(['risks/RSK-1#1', 'risks/RSK-1#2', 'risks/RSK-1#3']);
    expect(await found('within=risks/&order=newest')).toEqual(['risks/RSK-1#3', 'risks/RSK-1#2', 'risks/RSK-1#1']);
    expect(await found('within=risks/&event=created')).toEqual(['risks/RSK-1#1']);
    expect(await found('subject=risks/RSK-1&order=newest&limit=1')).toEqual(['risks/RSK-1#3']);
    expect(await found('within=people/&by=engine')).toHaveLength(5);
    for (const who of [ids.hanna, 'hanna@tessel.example', 'Hanna Vogt'])
      expect(await found(`within=risks/&by=${encodeURIComponent(who)}`)).toHaveLength(3);
    const today = (await product.as(ids.hanna)('GET', '/api/v1/today')).body as { today: string };
    expect(await found(`within=risks/&since=${today.today}&until=${today.today}`)).toHaveLength(3);
    expect(await found('within=risks/&until=2020-01-01')).toEqual([]);
  });

  it('When nobody is called so, it is 400 at its place', async () => {
    const { status, body } = await product.as(ids.hanna)('GET', '/api/v1/trail?by=Nobody');
    expect([status, (body as { errors: { path: string }[] }).errors.map(({ path }) => path)]).toEqual([400, ['by']]);
  });

  it('When one chain is verified, its last entry is named; one that is cut off is found, and one that nobody has is 404', async () => {
    await addPerson(product.store, 'per-auditor000', 'auditor');
    const verify = (subject: string) =>
      product.as('per-auditor000')('GET', `/api/v1/trail/verification?subject=${encodeURIComponent(subject)}`);
    const last = await trail().findOne({ _id: 'risks/RSK-1#3' });
    expect((await verify('risks/RSK-1')).body).toMatchObject({
      chains: 1,
      entries: 3,
      findings: [],
      last: { seq: 3, hash: (last as { hash?: string } | null)?.hash },
    });
    await trail().deleteOne({ _id: 'risks/RSK-1#3' });
    const { body } = await verify('risks/RSK-1');
    await trail().insertOne(last as never);
    expect(body).toMatchObject({ entries: 2, findings: [{ chain: 'risks/RSK-1', seq: 3, problem: 'entries at the end are missing' }] });
    expect((await verify('risks/RSK-404')).status).toBe(404);
  });
});
