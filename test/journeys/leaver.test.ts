import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import type { Departure } from '../../domain/records/departure.ts';
import type { DeparturePlan } from '../../domain/records/departurePlan.ts';
import { changeRecord } from '../../models/registers.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { type Product, startProduct } from '../support/product.ts';
import { eventually } from '../support/time.ts';
import { newVisitor } from '../support/visitor.ts';

const reason = 'Lukas leaves the company in December.';
const password = 'correct horse battery';
const at = systemNow();
const byHanna = { at, actor: { person: ids.hanna, via: 'login' }, event: 'created' } as const;
const run = 'riskReview-2026-Q4';
const task = (risk: string) => `${run}/reassess/${risk}/1`;

let product: Product;
let hanna: ReturnType<Product['as']>;
let link: string;

/** Lukas owns three risks and a control, manages Marta, deputizes for Martin, and has given one of his tasks to Martin for a while. */
beforeAll(async () => {
  product = await startProduct();
  const { store } = product;
  hanna = product.as(ids.hanna);
  await foundOrganization(store);
  await store.credentials.insert({ id: ids.lukas, passwordHash: await hashPassword(password), changedAt: at });
  await addRisks(store, ids.lukas, ['RSK-001', 'RSK-002', 'RSK-003']);
  await addRisks(store, ids.lukas, ['RSK-OLD'], { status: 'closed' });
  await addRisks(store, ids.marta, ['RSK-004']);
  const control = {
    name: 'Backups',
    kind: 'technological',
    description: '',
    status: 'planned',
    effectiveness: 'untested',
    annexA: [],
  } as const;
  await changeRecord(store, { ...byHanna, register: 'controls', id: 'CTL-7', set: { ...control, annexA: [], owner: ids.lukas } });
  await changeRecord(store, { ...byHanna, register: 'people', id: ids.marta, version: 1, set: { manager: ids.lukas } });
  await changeRecord(store, { ...byHanna, register: 'people', id: ids.martin, version: 1, set: { deputy: ids.lukas } });
  await changeRecord(store, {
    ...byHanna,
    register: 'people',
    id: ids.lukas,
    version: 1,
    set: { roles: [{ role: 'riskOwner' }, { role: 'controlOwner' }] },
  });
  await hanna('POST', '/processes/riskReview/runs', { subject: { period: '2026-Q4' } });
  const mail = await eventually('the mail to Lukas', async () => (await mailsTo('lukas'))[0], 120_000);
  link = /http\S+\/a\/[\w-]{43}/.exec(mail.Text)?.[0] ?? '';
  const delegation = { to: ids.martin, reason: 'He knows the machine.' };
  expect(await product.as(ids.lukas)('POST', `/tasks/${encodeURIComponent(task('RSK-003'))}/delegation`, delegation)).toMatchObject({
    status: 200,
  });
  // Of a task that Martin had not heard of yet, he would not be told that it is no longer his.
  await eventually('the mail to Martin', async () => (await mailsTo('martin'))[0], 120_000);
  // What she is asked herself comes before what she takes over, else one mail has both.
  await eventually('the mail to Marta', async () => (await mailsTo('marta'))[0], 120_000);
}, 300_000);
afterAll(() => product.stop());

const mailsTo = async (name: string) => (await product.mail.messages()).filter(({ To }) => To[0]?.Address === `${name}@tessel.example`);
const depart = (body: object, headers = {}) => hanna('POST', `/people/${ids.lukas}/departure`, body, headers);
const departed = () =>
  eventually(
    'everything has moved',
    async () => {
      const { body } = await hanna('GET', `/people/${ids.lukas}/departure`);
      return (body as Departure).state === 'moved' && (body as Departure);
    },
    120_000,
  );

describe('Lukas leaves, and Marta takes over', () => {
  it('Hanna looks first: everything that is his and whose it will be, and nothing has happened', async () => {
    const { status, body } = await depart({ to: ids.marta, preview: true });
    const plan = body as DeparturePlan;
    expect(status).toBe(200);
    expect(plan).toMatchObject({ name: 'Lukas Wendt', problems: [], given: [{ role: 'controlOwner' }] });
    expect(plan.records.map(({ register, id, to }) => [register, id, to])).toEqual([
      ['risks', 'RSK-001', ids.marta],
      ['risks', 'RSK-002', ids.marta],
      ['risks', 'RSK-003', ids.marta],
      ['controls', 'CTL-7', ids.marta],
    ]);
    expect(plan.people).toEqual([
      // Marta comes to where Lukas stood, under his manager.
      { id: ids.marta, name: 'Marta Nogueira', as: 'manager', to: ids.martin },
      { id: ids.martin, name: 'Martin Seidel', as: 'deputy', to: ids.marta },
    ]);
    expect(plan.tasks.map(({ id, parts, to }) => [id, parts, to])).toEqual([
      [task('RSK-001'), ['assignee'], { assignee: ids.marta }],
      [task('RSK-002'), ['assignee'], { assignee: ids.marta }],
      [task('RSK-003'), ['onBehalfOf'], { assignee: ids.marta }],
    ]);
    expect(await product.store.people.get(ids.lukas)).toMatchObject({ status: 'active' });
    expect(await product.store.departures.count({})).toBe(0);
  });

  it('She marks him as left in the register, and is told that his work would stay behind', async () => {
    const { version } = (await hanna('GET', `/registers/people/${ids.lukas}`)).body as { version: number };
    const { status, body } = await hanna('PATCH', `/registers/people/${ids.lukas}`, { version, status: 'left' });
    expect([status, (body as { errors: { path: string }[] }).errors.map(({ path }) => path)]).toEqual([422, ['status']]);
  });

  it('She has it carried out, twice by mistake, and it is one departure: his work, records and roles are Marta’s', async () => {
    const cookies = newVisitor();
    const signIn = await cookies.visit(`${product.url}/sign-in`);
    expect((await cookies.send(signIn, { email: 'lukas@tessel.example', password })).text).toContain('RSK-001');
    const key = { 'idempotency-key': 'lukas-leaves' };
    const [one, two] = [await depart({ to: ids.marta, reason }, key), await depart({ to: ids.marta, reason }, key)];
    expect([one.status, two.status]).toEqual([202, 202]);
    expect((one.body as DeparturePlan).departure?.id).toBe((two.body as DeparturePlan).departure?.id);
    expect(await departed()).toMatchObject({ to: ids.marta, left: [], tasks: [task('RSK-001'), task('RSK-002'), task('RSK-003')] });
    const { store } = product;
    for (const risk of ['RSK-001', 'RSK-002', 'RSK-003']) {
      expect(await store.risks.get(risk)).toMatchObject({ owner: ids.marta });
      const moved = await store.tasks.get(task(risk));
      expect(moved).toMatchObject({ assignee: ids.marta, state: 'open' });
      expect(moved).not.toHaveProperty('onBehalfOf');
      expect(moved?.rungs.flatMap(({ state, told }) => (state === 'pending' ? told : []))).not.toContain(ids.lukas);
    }
    expect(await store.risks.get('RSK-OLD')).toMatchObject({ owner: ids.lukas });
    expect(await store.controls.get('CTL-7')).toMatchObject({ owner: ids.marta });
    expect(await store.people.get(ids.marta)).toMatchObject({
      manager: ids.martin,
      roles: [{ role: 'riskOwner' }, { role: 'controlOwner' }],
    });
    expect(await store.people.get(ids.martin)).toMatchObject({ deputy: ids.marta });
    expect(await store.people.get(ids.lukas)).toMatchObject({ status: 'left', roles: [] });
    expect((await cookies.visit(`${product.url}/tasks`)).url).toContain('/sign-in');
    expect((await product.as(ids.lukas)('GET', '/session')).status).toBe(401);
    expect(await store.credentials.get(ids.lukas)).toBeUndefined();
  }, 180_000);

  it('Each change says why in the trail of what it changed, and the trail holds', async () => {
    const chains = [`people/${ids.lukas}`, `people/${ids.marta}`, 'risks/RSK-001', 'controls/CTL-7', `task/${task('RSK-003')}`];
    for (const chain of chains) {
      const { body } = await hanna('GET', `/trail?subject=${encodeURIComponent(chain)}`);
      const last = (body as { items: { event: string; actor: object; texts: object }[] }).items.at(-1);
      expect([chain, last?.event]).toEqual([chain, chain === chains[0] ? 'left' : 'handedOver']);
      expect(last).toMatchObject({ actor: { person: ids.hanna }, texts: chain.startsWith('task/') ? { reason } : { why: reason } });
    }
    const { id } = (await departed()) as Departure;
    const [entry] = await product.store.trail.find({ chain: `departures/${id}` });
    expect(entry).toMatchObject({ event: 'departed', data: { person: ids.lukas, to: ids.marta, records: 4, tasks: 3, left: [] } });
    // The criteria of the small organization are put there without a trail.
    const { findings } = (await hanna('GET', '/trail/verification')).body as { findings: { chain: string }[] };
    expect(findings.filter(({ chain }) => chain !== 'riskCriteria/criteria-1')).toEqual([]);
  });

  it('Marta gets one mail with all of it, and answers behind its link what was asked of Lukas', async () => {
    const mail = await eventually(
      'her mail',
      async () => (await mailsTo('marta')).find(({ Text }) => Text.includes('Lukas Wendt has left')),
      120_000,
    );
    expect((await mailsTo('marta')).filter(({ Text }) => !Text.includes('RSK-004'))).toHaveLength(1);
    const text = mail.Text.replace(/\s+/g, ' ');
    expect(text).toContain('CTL-7, RSK-001 to 003');
    expect(text).toContain('control owner');
    expect(text).not.toContain('Secret of');
    const marta = newVisitor();
    const page = await marta.visit(/http\S+\/a\/[\w-]{43}/.exec(mail.Text)?.[0] ?? '');
    const judged = (risk: string) => ({
      [`${risk}.likelihood`]: '2',
      [`${risk}.consequence`]: '2',
      [`${risk}.verdict`]: 'change',
      [`${risk}.reason`]: 'Seen with the team.',
    });
    expect((await marta.send(page, { ...judged('RSK-001'), ...judged('RSK-003') })).status).toBe(200);
    expect(await product.store.tasks.get(task('RSK-003'))).toMatchObject({ state: 'done', closedBy: { person: ids.marta, via: 'link' } });
    await eventually(
      'Martin hears of it',
      async () => (await mailsTo('martin')).some(({ Subject }) => Subject.includes('No longer asked of you')),
      120_000,
    );
  }, 180_000);

  it('Whoever opens a link of Lukas reads on one plain page what to do, and nothing about what it was', async () => {
    const page = await newVisitor().visit(link);
    expect(page.status).toBe(404);
    expect(page.text).toContain('taken over');
    expect(page.text).not.toMatch(/RSK-|Secret|Lukas|Marta/);
  });

  it('Nobody can choose Lukas any more: not for a task, not as owner, manager, deputy or successor', async () => {
    const errors = async (asking: Promise<{ status: number; body: never }>) => {
      const { status, body } = await asking;
      return [status, ...(body as { errors: { path: string }[] }).errors.map(({ path }) => path)];
    };
    const risk = await product.store.risks.get('RSK-004');
    const martin = await product.store.people.get(ids.martin);
    const path = `/tasks/${encodeURIComponent(task('RSK-004'))}`;
    expect(await errors(hanna('POST', `${path}/reassignment`, { to: ids.lukas, reason: 'Back to him.' }))).toEqual([422, 'to']);
    expect(await errors(product.as(ids.marta)('POST', `${path}/delegation`, { to: ids.lukas, reason: 'For a day.' }))).toEqual([422, 'to']);
    expect(await errors(hanna('PATCH', '/registers/risks/RSK-004', { version: risk?.version, owner: ids.lukas }))).toEqual([422, 'owner']);
    const change = { version: martin?.version, deputy: ids.lukas, manager: ids.lukas };
    expect(await errors(hanna('PATCH', `/registers/people/${ids.martin}`, change))).toEqual([422, 'deputy', 'manager']);
    expect(await errors(hanna('POST', `/people/${ids.martin}/departure`, { to: ids.lukas, reason }))).toEqual([422, 'to']);
    expect((await hanna('POST', `/people/${ids.lukas}/invitation`)).status).toBe(404);
  });
});
