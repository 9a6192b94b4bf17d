import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import { changeRecord } from '../../models/registers.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { type Product, password, startProduct } from '../support/product.ts';
import { eventually } from '../support/time.ts';
import { newVisitor } from '../support/visitor.ts';

let product: Product;
const year = Number(systemNow().slice(0, 4)) + 1;
const audit = {
  ...{ id: 'AUD-001', title: 'Backups', reason: 'It failed last year.', from: `${year}-03-09`, annexA: ['8.13'] },
  areas: [{ name: 'Backups', owner: ids.lukas }],
};

beforeAll(async () => {
  product = await startProduct();
  const { store, clock } = product;
  await foundOrganization(store);
  await store.people.set(ids.martin, { roles: [{ role: 'auditProgrammeManager' }] });
  await store.people.set(ids.marta, { roles: [{ role: 'auditor' }] });
  await store.credentials.insert({ id: ids.martin, passwordHash: await hashPassword(password), changedAt: systemNow() });
  await changeRecord(store, {
    ...{ register: 'controls', id: 'CTL-001', at: clock.now(), actor: byEngine, event: 'created' },
    set: {
      ...{ name: 'Backups', kind: 'technological', description: '', owner: ids.lukas, status: 'implemented' },
      ...{ effectiveness: 'untested', annexA: ['8.13'] },
    },
  });
});
afterAll(() => product.stop());

const problems = ({ body }: { body: unknown }) => (body as { errors: { path: string; message: string }[] }).errors;
const asksSomebodyElse = /: nobody audits their own work\. Name somebody else\.$/;

describe('Audits in their register', () => {
  it('When somebody would audit their own work, it is 422 with a sentence; with somebody else it is recorded', async () => {
    const hanna = product.as(ids.hanna);
    const own = await hanna('POST', '/registers/audits', { ...audit, lead: ids.lukas });
    expect(own.status).toBe(422);
    expect(problems(own)).toEqual([{ path: 'lead', message: expect.stringMatching(asksSomebodyElse) }]);
    const made = await hanna('POST', '/registers/audits', { ...audit, lead: ids.marta });
    expect(made).toMatchObject({ status: 201, body: { status: 'planned', lead: ids.marta, auditors: [] } });
    const moved = await hanna('PATCH', '/registers/audits/AUD-001', { version: 1, auditors: [ids.lukas] });
    expect(problems(moved)).toEqual([{ path: 'auditors.0', message: expect.stringMatching(asksSomebodyElse) }]);
  });

  it('When somebody writes what only the run of the audit does, it is refused', async () => {
    const { status } = await product.as(ids.hanna)('PATCH', '/registers/audits/AUD-001', { version: 1, status: 'closed' });
    expect(status).toBe(422);
  });
});

describe('Naming the team of an audit', () => {
  const run = 'internalAudit-AUD-001';
  const fixed = (lead: string) => ({
    ...{ objective: 'Are restores tested?', criteria: 'Our backup rule.', clauses: [], annexA: ['8.13'], sites: [], areas: audit.areas },
    ...{ methods: ['interview'], from: audit.from, to: audit.from, lead, team: [], impartiality: 'She works elsewhere.' },
  });

  it('When the API names the owner of what is audited, it is 422 at its place, and the task stays open', async () => {
    await product.as(ids.hanna)('POST', '/processes/internalAudit/runs', { subject: { audit: 'AUD-001' } });
    const task = await eventually('the team is asked for', () => product.store.tasks.first({ run, task: 'fix' }));
    const martin = await product.signedIn(ids.martin);
    const refused = await martin('POST', `/tasks/${encodeURIComponent(task.id)}/completion`, { outcome: fixed(ids.lukas) });
    expect(refused.status).toBe(422);
    expect(problems(refused)).toEqual([{ path: 'outcome.lead', message: expect.stringMatching(asksSomebodyElse) }]);
    expect(await product.store.tasks.get(task.id)).toMatchObject({ state: 'open' });
  });

  it('When the form does, the sentence stands at the field and what was typed is kept; with somebody else it is recorded', async () => {
    const visitor = newVisitor();
    const fields = (lead: string) => ({
      ...{ 'AUD-001.objective': 'Are restores tested?', 'AUD-001.criteria': 'Our backup rule.', 'AUD-001.annexA': '8.13' },
      ...{
        'AUD-001.areas:0:name': 'Backups',
        'AUD-001.areas:0:owner': 'Lukas Wendt',
        'AUD-001.from': audit.from,
        'AUD-001.to': audit.from,
      },
      ...{ 'AUD-001.lead': lead, 'AUD-001.impartiality': 'She works elsewhere.' },
    });
    await visitor.send(await visitor.visit(`${product.url}/sign-in`), { email: 'martin@tessel.example', password });
    const page = await visitor.visit(`${product.url}/tasks/${run}/fix`);
    const refused = await visitor.send(page, fields('Lukas Wendt'));
    expect(refused.text).toContain('Lukas Wendt answers for the audited area “Backups”: nobody audits their own work. Name somebody else.');
    expect(refused.html).toContain('Our backup rule.');
    await visitor.send(refused, fields('Marta Nogueira'));
    expect(await product.store.tasks.first({ run, task: 'fix' })).toMatchObject({ state: 'done', outcome: { lead: ids.marta } });
  });
});
