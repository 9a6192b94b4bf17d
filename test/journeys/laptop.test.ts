import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import { verifyChain } from '../../models/chain.ts';
import { addToken, type Product, startApi } from '../api/http.ts';
import { closedRun } from '../support/answers.ts';
import { answerTask, askedIn, person } from '../support/asked.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';
import { answer, briefOf, controlNamed, planNow, riskNow } from '../support/treating.ts';

let engine: SkippingEngine;
let product: Product;
let review: string;
let treatment: string;
let control: Record<keyof typeof five, string>;

beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, ['RSK-017'], { name: 'Laptop with customer data left in a car' });
  for (const id of Object.values(ids)) await addToken(engine.store, id);
  product = await startApi({ store: engine.store, temporal: { address: engine.env.address, namespace: 'default' }, clock: engine.clock });
});
afterAll(async () => {
  await product.stop();
  await engine.stop();
});

const hanna = person(ids.hanna, 'ismsManager');
const lukas = person(ids.lukas, 'riskOwner');
const martin = person(ids.martin, 'controlOwner');

/** A rule, a signed statement, a training, and two technologies: four kinds. */
const five = {
  rule: { name: 'Nothing stays in the car', kind: 'organizational', owner: ids.martin, actsOn: 'likelihood' },
  statement: { name: 'Statement signed by each employee', kind: 'legal', owner: ids.martin, actsOn: 'likelihood', strength: 'weak' },
  training: { name: 'Training “On the road”', kind: 'people', owner: ids.martin, actsOn: 'likelihood', strength: 'weak' },
  lock: { name: 'Password and lock after five minutes', kind: 'technological', owner: ids.martin, actsOn: 'consequence' },
  encryption: { name: 'Disk encryption', kind: 'technological', owner: ids.martin, actsOn: 'consequence', strength: 'veryStrong' },
};
const everyone = Object.values(ids);
const laptop = (n: number) => `LAP-${String(n).padStart(4, '0')}`;
const laptops = Array.from({ length: 200 }, (_, n) => laptop(n + 1));
const dayIn = (days: number) => new Date(Date.parse(engine.now()) + days * 86_400_000).toISOString().slice(0, 10);
const ask = (id: string, method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  product.as(id)(method, `/api/v1${path}`, body, headers);
const implementation = (name: keyof typeof five) => `controlImplementation-${control[name]}-TP-001`;
const inPlace = { result: 'It is in place everywhere.', documented: false, shownBy: 'One can look at it.' };
const complete = async (id: string, run: string, task: string, outcome: object) => {
  const { id: asked } = await askedIn(engine, run, task);
  return ask(id, 'POST', `/tasks/${encodeURIComponent(asked)}/completion`, { outcome });
};

describe('a laptop with customer data left in a car', () => {
  it('When its owner judges it too high, he is asked whether he accepts it, has it treated, and one treatment begins', async () => {
    const period = `${engine.now().slice(0, 4)}-Q4`;
    review = (await engine.openRun({ process: 'riskReview', subject: { period }, actor: byEngine })).id;
    const judged = { likelihood: 4, consequence: 4, verdict: 'change', reason: 'Two were stolen nearby.' };
    await answer(engine, review, 'reassess', lukas, judged);
    const acceptance = await eventually('the decision is asked', () => engine.store.runs.first({ process: 'riskAcceptance' }));
    expect(acceptance.startedBy).toBe(review);
    await answer(engine, acceptance.id, 'request', lukas, { decision: 'treat', justification: 'We can do better.', measures: 'None.' });
    const proposal = await eventually('the treatment is proposed', () => engine.store.proposals.first({ process: 'riskTreatment' }));
    await answer(engine, `proposal-${proposal.id}`, 'decide', hanna, { decision: 'accept', reason: 'It is time.' });
    treatment = (await eventually('the treatment', () => engine.store.runs.first({ process: 'riskTreatment' }))).id;
  });

  it('When five controls of four kinds are planned, the owner of the risk approves them on what was frozen for him', async () => {
    await answer(engine, treatment, 'chooseOptions', lukas, { options: ['modify'], reason: 'Customers expect it.' });
    await answer(engine, treatment, 'determineControls', hanna, { added: Object.values(five), reason: 'Depth before count.' });
    await answer(engine, treatment, 'compareAnnexA', hanna, { missing: 'none', reason: 'All 93 were gone through.' });
    const named = await Promise.all(Object.entries(five).map(async ([key, { name }]) => [key, (await controlNamed(engine, name)).id]));
    control = Object.fromEntries(named) as typeof control;
    const items = Object.values(control).map((one) => ({
      ...{ control: one, responsible: ids.martin, due: dayIn(40), measuredBy: 'A sample of ten shows it.' },
    }));
    const planned = { items, asksResources: false, likelihood: 2, consequence: 2, reason: 'Both scales are acted on.' };
    await answer(engine, treatment, 'buildPlan', hanna, planned);
    const approval = await askedIn(engine, treatment, 'approvePlan');
    expect(await briefOf(engine, approval)).toMatchObject({ Depth: [expect.objectContaining({ en: '5 controls of 4 kinds' })] });
    expect(await briefOf(engine, approval)).not.toHaveProperty('Warning');
  });

  it('When the statement and the training are for everyone and the encryption for 200 laptops, each is ready before the plan is approved', async () => {
    const campaign = { audience: { roles: ['everyone'] }, workingDays: 10 };
    const statement = { ...campaign, id: 'CMP-001', title: 'Laptops', kind: 'statement', control: control.statement };
    const training = { ...campaign, id: 'CMP-002', title: 'On the road', kind: 'training', control: control.training };
    for (const one of [
      { ...statement, text: 'I leave no laptop in a car.' },
      { ...training, text: 'Half an hour in the portal.' },
    ])
      expect((await ask(ids.hanna, 'POST', '/registers/campaigns', one)).status).toBe(201);
    const rollout = { id: 'ROL-001', control: control.encryption, title: 'Encryption of all laptops' };
    expect((await ask(ids.hanna, 'POST', '/registers/rollouts', rollout)).status).toBe(201);
    const yes = { decision: 'approve', reason: 'Clear, and worth it.' };
    await answer(engine, treatment, 'approvePlan', lukas, yes);
    await eventually(
      'five controls are being put in place',
      async () => (await engine.store.runs.count({ process: 'controlImplementation', status: 'open' })) === 5,
    );
    const csv = ['item;name', ...laptops.map((id) => `${id};Laptop ${id}`)].join('\n');
    const counted = await ask(ids.martin, 'POST', '/registers/rollouts/ROL-001/items', Buffer.from(csv), { 'Content-Type': 'text/csv' });
    expect(counted).toMatchObject({ status: 200, body: { of: 200, open: 200 } });
  });

  it('When everybody has signed and learned, the two campaigns end by themselves; before, neither control is in place', async () => {
    for (const campaign of ['CMP-001', 'CMP-002'])
      await eventually(
        `${campaign} asks everybody`,
        async () => (await engine.store.tasks.count({ run: `campaign-${campaign}` })) === everyone.length,
      );
    expect((await complete(ids.martin, implementation('statement'), 'implement', inPlace)).status).toBe(422);
    for (const id of everyone) {
      const signed = await ask(id, 'POST', '/campaigns/CMP-001/answers', { outcome: { statement: 'accepted' } });
      const learned = await ask(id, 'POST', '/campaigns/CMP-002/answers', { outcome: { training: 'completed' } });
      expect([signed.status, learned.status]).toEqual([200, 200]);
    }
    for (const campaign of ['CMP-001', 'CMP-002'])
      expect(await closedRun(engine, `campaign-${campaign}`)).toMatchObject({ outcome: 'complete' });
  });

  it('When 197 laptops are encrypted and three are excepted until a day, the rollout is over; before, it is not in place', async () => {
    expect((await complete(ids.martin, implementation('encryption'), 'implement', inPlace)).status).toBe(422);
    const rollout = await eventually('the rollout', () => engine.store.runs.first({ process: 'controlRollout' }));
    const exceptions = [198, 199, 200].map((n) => ({
      item: laptop(n),
      reason: 'It drives a machine and is locked away.',
      until: dayIn(300),
    }));
    await answer(engine, rollout.id, 'report', martin, { done: [], exceptions, restIsDone: true, note: 'All but three.' });
    expect(await closedRun(engine, rollout.id)).toMatchObject({ outcome: 'complete', gates: [{ gate: 'G14', passed: true }, {}] });
  });

  it('When all five are in place and another person has seen them work, the owner sees what is left, and accepts it', async () => {
    for (const name of Object.keys(five) as (keyof typeof five)[]) {
      expect((await complete(ids.martin, implementation(name), 'implement', inPlace)).status).toBe(200);
      const verify = await askedIn(engine, implementation(name), 'verify');
      expect(verify).toMatchObject({ assignee: ids.hanna, barred: [ids.martin] });
      await answerTask(engine, verify, hanna, { decision: 'verify', reason: 'I have looked at it.' });
    }
    await eventually('all are in place', async () => (await engine.store.controls.count({ status: 'implemented' })) === 5);
    await engine.sleepUntil(`${dayIn(100)}T12:00:00.000Z`);
    for (const name of Object.keys(five) as (keyof typeof five)[]) {
      const works = { design: 'effective', operation: 'effective', sample: 'Ten of sixty.' };
      await answer(engine, implementation(name), 'checkFirst', hanna, works);
    }
    const residual = await askedIn(engine, treatment, 'acceptResidual');
    expect(residual).toMatchObject({ assignee: ids.lukas, approval: true, answer: 'login', barred: [ids.hanna] });
    const facts = await briefOf(engine, residual);
    expect(facts).toMatchObject({
      Depth: [expect.objectContaining({ en: '5 controls of 4 kinds' })],
      'Left now, as computed': [expect.objectContaining({ en: expect.stringMatching(/low$/) })],
    });
    await answerTask(engine, residual, lukas, { decision: 'accept', likelihood: 2, consequence: 2, reason: 'That is enough.' });
    expect(await closedRun(engine, treatment)).toMatchObject({ outcome: 'complete' });
    expect(await riskNow(engine, 'RSK-017')).toMatchObject({ band: 'low', status: 'active', residual: { likelihood: 2, consequence: 2 } });
    expect(await planNow(engine, 'TP-001')).toMatchObject({ status: 'accepted' });
  });

  it('When an auditor asks for proof, every chain holds: the risk, its plan, its five controls, and what each person has said', async () => {
    const signed = await engine.store.tasks.find({ run: { $in: ['campaign-CMP-001', 'campaign-CMP-002'] } });
    expect(signed).toHaveLength(2 * everyone.length);
    const chains = [
      ...['risks/RSK-017', 'treatmentPlans/TP-001', 'campaigns/CMP-001', 'campaigns/CMP-002', 'rollouts/ROL-001'],
      ...Object.values(control).map((id) => `controls/${id}`),
      ...signed.map(({ id }) => `task/${id}`),
      ...[1, 100, 200].map((n) => `rolloutItems/ROL-001.${laptop(n)}`),
    ];
    for (const chain of chains) expect(await verifyChain(engine.store, chain)).toEqual([]);
  });
});
