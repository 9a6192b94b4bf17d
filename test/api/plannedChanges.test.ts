import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import { askedIn } from '../support/asked.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { type Product, password, startProduct } from '../support/product.ts';
import { newVisitor } from '../support/visitor.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await foundOrganization(product.store);
  await addRisks(product.store, ids.lukas, ['RSK-001']);
  await product.store.credentials.insert({ id: ids.hanna, passwordHash: await hashPassword(password), changedAt: systemNow() });
});
afterAll(() => product.stop());

const run = 'changePlanning-CHG-001';
const change = {
  ...{ id: 'CHG-001', title: 'One form for reports', reason: 'There are four today.' },
  ...{ purpose: 'Incidents are reported by one form.', requestedBy: ids.martin },
};
const problems = ({ body }: { body: unknown }) => (body as { errors: { path: string; message: string }[] }).errors;

describe('A change of the ISMS that is asked for over HTTP', () => {
  it('When it is recorded, whoever asked for it is responsible unless said; who is not here cannot ask', async () => {
    const hanna = product.as(ids.hanna);
    const nobody = await hanna('POST', '/registers/changes', { ...change, requestedBy: 'per-nobody0000' });
    expect([nobody.status, problems(nobody).map(({ path }) => path)]).toEqual([422, ['requestedBy', 'responsible']]);
    const made = await hanna('POST', '/registers/changes', change);
    expect(made).toMatchObject({ status: 201, body: { status: 'requested', source: { kind: 'person' }, responsible: ids.martin } });
    expect((await hanna('POST', '/registers/changes', change)).status).toBe(409);
    const changed = await hanna('PATCH', '/registers/changes/CHG-001', { version: 1, responsible: ids.lukas });
    expect(changed).toMatchObject({ status: 200, body: { responsible: ids.lukas } });
    expect((await hanna('PATCH', '/registers/changes/CHG-001', { version: 2, status: 'closed' })).status).toBe(422);
  });

  it('When its run is opened, its effect is asked for; there is one run of it, and none of a change that there is not', async () => {
    const hanna = product.as(ids.hanna);
    const open = (id: string) => hanna('POST', '/processes/changePlanning/runs', { subject: { change: id } });
    expect(await open('CHG-001')).toMatchObject({ status: 201, body: { id: run, status: 'open' } });
    expect((await open('CHG-001')).status).toBe(409);
    const nothing = await open('CHG-404');
    expect([nothing.status, problems(nothing).map(({ path }) => path)]).toEqual([422, ['subject.change']]);
    expect(await product.store.runs.get('changePlanning-CHG-404')).toBeUndefined();
    expect(await askedIn(product, run, 'assess')).toMatchObject({ assignee: ids.hanna, about: 'CHG-001' });
  });

  it('When the form leaves out what it needs, the sentences stand at their fields; with all of it, it is recorded', async () => {
    const visitor = newVisitor();
    const fields = (more: Record<string, string>) => ({
      ...{ 'CHG-001.decision': 'assessed', 'CHG-001.touches': 'documents', 'CHG-001.consequences': 'Reports come faster.' },
      ...{ 'CHG-001.resources': 'Two days.', 'CHG-001.size': 'minor', 'CHG-001.reason': 'One form only.' },
      ...more,
    });
    await visitor.send(await visitor.visit(`${product.url}/sign-in`), { email: 'hanna@tessel.example', password });
    const page = await visitor.visit(`${product.url}/tasks/${run}/assess`);
    expect(page.text).toContain('Incidents are reported by one form.');
    const refused = await visitor.send(page, fields({ 'CHG-001.significant': 'yes' }));
    for (const said of ['Say what keeps the ISMS whole meanwhile.', 'Name the risks that are to be judged before it is approved.'])
      expect(refused.text).toContain(said);
    await visitor.send(refused, fields({ 'CHG-001.integrity': 'The old form stays until then.', 'CHG-001.significant': '' }));
    expect(await product.store.tasks.first({ run, task: 'assess' })).toMatchObject({ state: 'done', outcome: { touches: ['documents'] } });
  });

  it('When its effect is judged, what was asked for is not typed over any more', async () => {
    await askedIn(product, run, 'approve');
    const { version = 0, purpose } = (await product.store.changes.get('CHG-001')) ?? {};
    const refused = await product.as(ids.hanna)('PATCH', '/registers/changes/CHG-001', { version, purpose: 'Something else.' });
    expect([refused.status, problems(refused)]).toEqual([
      422,
      [{ path: 'version', message: expect.stringContaining('the run of CHG-001') }],
    ]);
    expect((await product.store.changes.get('CHG-001'))?.purpose).toBe(purpose);
  });

  it('When somebody has it as a file, it is a row with people by their addresses; who has no part in it has none', async () => {
    const csv = async (person: string) => {
      const headers = { authorization: await product.tokenFor(person) };
      return (await fetch(`${product.url}/api/v1/registers/changes/export?format=csv`, { headers })).text();
    };
    const [header = '', row = ''] = (await csv(ids.hanna)).split('\r\n');
    const cell = (name: string) => row.split(',')[header.replace('\uFEFF', '').split(',').indexOf(name)];
    expect([cell('id'), cell('requested_by'), cell('responsible'), cell('touches'), cell('size')]).toEqual([
      ...['CHG-001', 'martin@tessel.example', 'lukas@tessel.example', 'documents', 'minor'],
    ]);
    expect(await csv(ids.lukas)).toContain('CHG-001');
    expect(await csv(ids.marta)).not.toContain('CHG-001');
  });
});
