import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import type { Nonconformity } from '../../domain/records/nonconformity.ts';
import { verifyChain } from '../../models/chain.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { type Product, password, startProduct } from '../support/product.ts';
import { eventually } from '../support/time.ts';
import { newVisitor } from '../support/visitor.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await foundOrganization(product.store);
});
afterAll(() => product.stop());

const door = { title: 'The door of the server room was open', description: 'At eight in the evening.', kind: 'incident' };

describe('Reporting what is not as it should be (10.2)', () => {
  it('When anybody reports it, it is a candidate under the next number, and the ISMS manager is asked to decide on it', async () => {
    const marta = product.as(ids.marta);
    const { status, body } = await marta('POST', '/registers/nonconformities', door);
    const made = body as Nonconformity;
    expect({ status, made }).toMatchObject({
      status: 201,
      made: { id: 'NC-001', status: 'candidate', source: { kind: 'incident' }, owner: ids.hanna, reportedBy: ids.marta },
    });
    const triage = await eventually('somebody is asked', () =>
      product.store.tasks.first({ run: 'correctiveAction-NC-001', task: 'triage' }),
    );
    expect(triage).toMatchObject({ assignee: ids.hanna, about: 'NC-001' });
    expect(await product.store.runs.get('correctiveAction-NC-001')).toMatchObject({ openedBy: { person: ids.marta } });
    expect(await verifyChain(product.store, 'nonconformities/NC-001')).toEqual([]);
  });

  it('When the same request is sent again, there is one of it; whoever reported it reads it, another owner of risks does not', async () => {
    const marta = product.as(ids.marta);
    const sent = () => marta('POST', '/registers/nonconformities', { ...door, title: 'And the window' }, { 'Idempotency-Key': 'window' });
    const [first, again] = [await sent(), await sent()];
    expect(again.body).toEqual(first.body);
    const { id } = first.body as Nonconformity;
    expect(await product.store.nonconformities.count({ title: 'And the window' })).toBe(1);
    expect((await marta('GET', `/registers/nonconformities/${id}`)).status).toBe(200);
    expect((await product.as(ids.lukas)('GET', `/registers/nonconformities/${id}`)).status).toBe(404);
  });

  it.each([
    ['names an owner who is not there', { owner: 'per-nobody' }, 'owner'],
    ['claims to come from an audit, which writes its own', { kind: 'audit' }, 'kind'],
    ['has no title', { title: '' }, 'title'],
  ])('When a report %s, it is refused at that place, and nothing is written', async (_what, over, path) => {
    const before = await product.store.nonconformities.count({});
    const { status, body } = await product.as(ids.marta)('POST', '/registers/nonconformities', { ...door, ...over });
    expect({ status, paths: (body as { errors: { path: string }[] }).errors.map((one) => one.path) }).toEqual({
      status: 422,
      paths: [path],
    });
    expect(await product.store.nonconformities.count({})).toBe(before);
  });
});

describe('The page on which it is reported', () => {
  it('When something is missing, the page comes back with what was typed; then it is recorded once, and the page says under which number', async () => {
    await product.store.credentials.insert({ id: ids.lukas, passwordHash: await hashPassword(password), changedAt: systemNow() });
    const visitor = newVisitor();
    await visitor.send(await visitor.visit(`${product.url}/sign-in`), { email: 'lukas@tessel.example', password });
    const empty = await visitor.visit(`${product.url}/report`);
    const refused = await visitor.send(empty, { title: '', description: 'A badge lay on the stairs.', owner: 'Nobody at All' });
    expect(refused.text).toContain('Nobody here has this name or mail address.');
    expect(refused.html).toContain('A badge lay on the stairs.</textarea>');
    const done = await visitor.send(refused, {
      ...{ title: 'A badge lay on the stairs', description: 'A badge lay on the stairs.' },
      ...{ owner: 'Marta Nogueira', kind: 'incident' },
    });
    expect(done.text).toMatch(/“A badge lay on the stairs” is recorded as NC-\d{3}, and somebody is asked/);
    const made = await product.store.nonconformities.find({ title: 'A badge lay on the stairs' });
    expect(made).toMatchObject([
      { owner: ids.marta, reportedBy: ids.lukas, source: { kind: 'incident' }, description: 'A badge lay on the stairs.' },
    ]);
    expect(await product.store.runs.get(`correctiveAction-${made[0]?.id}`)).toMatchObject({ status: 'open' });
  });
});
