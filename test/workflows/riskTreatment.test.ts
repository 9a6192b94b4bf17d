import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import { verifyChain } from '../../models/chain.ts';
import { gatesOf } from '../../models/gates.ts';
import { cancelRun, closedRun } from '../support/answers.ts';
import { answerTask, askedIn, person } from '../support/asked.ts';
import { addDocument } from '../support/documents.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';
import { addControl, addJudgedRisk, answer, briefOf, controlNamed, planNow, riskNow } from '../support/treating.ts';

let engine: SkippingEngine;
beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  const veryHigh = { current: { likelihood: 4, consequence: 4 }, inherent: { likelihood: 4, consequence: 4 }, band: 'veryHigh' } as const;
  await addJudgedRisk(engine, ids.lukas, 'RSK-017', { name: 'Laptop with customer data left in a car', ...veryHigh });
  await addControl(engine, 'CTL-30', { name: 'Nothing stays in the car', kind: 'organizational', annexA: ['5.10', '7.9'] });
});
afterAll(() => engine.stop());

const hanna = person(ids.hanna, 'ismsManager');
const lukas = person(ids.lukas, 'riskOwner');
const martin = person(ids.martin, 'riskOwner');
const marta = person(ids.marta, 'riskOwner');
const tove = person(ids.tove, 'topManagement');

const modify = { options: ['modify'], reason: 'Customers expect that we lose no data of theirs.' };
const nothingLeftOut = { missing: 'none', reason: 'All 93 were gone through.' };
const yes = { decision: 'approve', reason: 'Clear, and worth it.' };
const dayIn = (days: number) => new Date(Date.parse(engine.now()) + days * 86_400_000).toISOString().slice(0, 10);
const row = (control: string, responsible = ids.martin) => ({
  ...{ control, responsible, due: dayIn(20) },
  measuredBy: 'A sample of ten shows it.',
});
const left = (likelihood: number, consequence: number) => ({ likelihood, consequence });
const planned = (controls: readonly string[], more: object = {}) => ({
  ...{ items: controls.map((one) => row(one)), asksResources: false, ...left(2, 2), reason: 'Both scales are acted on.' },
  ...more,
});

const training = { name: 'Training “On the road”', kind: 'people', owner: ids.marta, actsOn: 'likelihood', strength: 'weak' };
const statement = { name: 'Statement signed by each employee', kind: 'legal', owner: ids.marta, actsOn: 'likelihood', strength: 'weak' };
const encryption = { name: 'Disk encryption', kind: 'technological', owner: ids.martin, actsOn: 'consequence', strength: 'veryStrong' };
const lock = { name: 'Password and lock after five minutes', kind: 'technological', owner: ids.martin, actsOn: 'consequence' };

const openTreatment = async (risk: string, because = 'Audit of May') =>
  (await engine.openRun({ process: 'riskTreatment', subject: { risk, because }, actor: byEngine })).id;

/** Somebody decides that the risk is to be treated, and Hanna lets that begin. */
async function decideToTreat(risk: string, asOf: number): Promise<string> {
  const { id } = await engine.openRun({ process: 'riskAcceptance', subject: { risk, asOf }, actor: byEngine });
  await answer(engine, id, 'request', lukas, { decision: 'treat', justification: 'Two were stolen nearby.', measures: 'None.' });
  const proposal = await eventually('the proposal', () => engine.store.proposals.first({ run: id }));
  await answer(engine, `proposal-${proposal.id}`, 'decide', hanna, { decision: 'accept', reason: 'It is time.' });
  return id;
}

type Result = 'effective' | 'partly';
const done = { result: 'It is in place everywhere.', documented: false, shownBy: 'One can look at it.' };

/** Martin puts controls in place, Hanna sees that they are, and after their time of use whether they work. */
async function implement(plan: string, results: Record<string, Result>): Promise<void> {
  const runs = Object.entries(results).map(([control, operation]) => ({ id: `controlImplementation-${control}-${plan}`, operation }));
  for (const { id } of runs) {
    await answer(engine, id, 'implement', martin, done);
    await answer(engine, id, 'verify', hanna, { decision: 'verify', reason: 'I have looked at it.' });
  }
  for (const control of Object.keys(results))
    await eventually(`${control} is in place`, async () => (await engine.store.controls.get(control))?.status === 'implemented');
  await engine.sleepUntil(new Date(Date.parse(engine.now()) + 100 * 86_400_000).toISOString());
  for (const { id, operation } of runs) {
    const finding = operation === 'partly' ? { finding: 'Three are missing.' } : {};
    await answer(engine, id, 'checkFirst', hanna, { design: 'effective', operation, sample: 'Ten of sixty.', ...finding });
  }
}

describe('the treatment of a risk', () => {
  let run: string;
  let made: Record<'training' | 'statement' | 'encryption' | 'lock', string>;

  it('When the owner wants a risk treated, it begins once for the risk, whoever wants it again, and the owner chooses the options', async () => {
    const because = await decideToTreat('RSK-017', 1);
    const opened = await eventually('the treatment', () => engine.store.runs.first({ process: 'riskTreatment' }));
    run = opened.id;
    expect(opened.subject).toEqual({ risk: 'RSK-017', because });
    await decideToTreat('RSK-017', 99);
    await eventually('the second reason', () => engine.store.trail.first({ chain: `run/${run}`, event: 'triggered' }));
    expect(await engine.store.runs.count({ process: 'riskTreatment' })).toBe(1);

    const asked = await answer(engine, run, 'chooseOptions', lukas, modify);
    expect(asked).toMatchObject({ assignee: ids.lukas, answer: 'link' });
    expect(await briefOf(engine, asked)).toMatchObject({
      'Because of': [`${because}: Two were stolen nearby.`],
      'Level now': [{ en: '4 (likely) × 4 (major): very high', de: '4 (likely) × 4 (major): sehr hoch' }],
      Depth: [expect.objectContaining({ en: '0 controls of 0 kinds' })],
      Warning: [expect.objectContaining({ en: expect.stringMatching(/^Thin: /) })],
    });
  });

  it('When the comparison with Annex A finds something missing, it goes back: five controls of four kinds act on the risk', async () => {
    await answer(engine, run, 'determineControls', hanna, { existing: ['CTL-30'], added: [training, statement], reason: 'People first.' });
    await answer(engine, run, 'compareAnnexA', hanna, { missing: 'some', reason: 'Nothing protects a disk that is gone.' });
    await answer(engine, run, 'determineControls', hanna, { added: [encryption, lock], reason: 'The disk and the screen.' }, 2);
    const found = await Promise.all([training, statement, encryption, lock].map(({ name }) => controlNamed(engine, name)));
    const [first = '', second = '', third = '', fourth = ''] = found.map(({ id }) => id);
    made = { training: first, statement: second, encryption: third, lock: fourth };
    expect(found).toMatchObject([
      { kind: 'people', status: 'planned', owner: ids.marta },
      { kind: 'legal' },
      {},
      { effectiveness: 'untested' },
    ]);
    const served = [
      { control: made.encryption, annexA: ['8.1', 'A.8.24'] },
      { control: made.training, annexA: ['6.3'] },
    ];
    const compare = await answer(engine, run, 'compareAnnexA', hanna, { served, ...nothingLeftOut }, 2);
    const { tables = [] } = (await engine.store.briefs.get(compare.brief?.id ?? '')) ?? {};
    expect(tables.find(({ title }) => title.en === 'Annex A')?.rows).toHaveLength(93);
    await askedIn(engine, run, 'buildPlan');
    expect((await engine.store.controls.get(made.encryption))?.annexA).toEqual(['8.1', '8.24']);
    // What was there already acts on what the Annex A controls act on that it serves: it prevents.
    expect((await riskNow(engine, 'RSK-017')).controls).toEqual([
      { control: 'CTL-30', actsOn: 'likelihood' },
      { control: made.training, actsOn: 'likelihood', strength: 'weak' },
      { control: made.statement, actsOn: 'likelihood', strength: 'weak' },
      { control: made.encryption, actsOn: 'consequence', strength: 'veryStrong' },
      { control: made.lock, actsOn: 'consequence' },
    ]);
  });

  it('When the owner returns the plan it is planned again; nobody approves what they planned', async () => {
    const four = Object.values(made);
    await answer(engine, run, 'buildPlan', hanna, planned(four, left(1, 1)));
    const approval = await askedIn(engine, run, 'approvePlan');
    expect(approval).toMatchObject({ assignee: ids.lukas, approval: true, answer: 'login', barred: [ids.hanna] });
    await expect(answerTask(engine, approval, hanna, yes)).rejects.toMatchObject({
      cause: { type: expect.stringMatching(/notYours|duties/) },
    });
    await answerTask(engine, approval, lukas, { decision: 'return', reason: 'Nobody believes one by one.' });
    await answer(engine, run, 'buildPlan', hanna, planned(four), 2);
    const again = await askedIn(engine, run, 'approvePlan', 2);
    expect(await briefOf(engine, again)).toMatchObject({
      'Left by the planned controls, as computed': [expect.objectContaining({ en: '2 (unlikely) × 2 (minor): low' })],
      'Expected to be left': [expect.objectContaining({ en: '2 (unlikely) × 2 (minor): low' })],
      Depth: [expect.objectContaining({ en: '5 controls of 4 kinds' })],
    });
    expect(await briefOf(engine, again)).not.toHaveProperty('Warning');
    expect(await engine.store.runs.count({ process: 'controlImplementation' })).toBe(0);
  });

  it('When the owner rejects it, other options are chosen and everything is gone through again', async () => {
    await answer(engine, run, 'approvePlan', lukas, { decision: 'reject', reason: 'Part of it can be insured.' }, 2);
    await answer(engine, run, 'chooseOptions', lukas, { options: ['modify', 'share'], reason: 'Also by contract.' }, 2);
    await answer(engine, run, 'determineControls', hanna, { reason: 'The statement is the contract.' }, 3);
    await answer(engine, run, 'compareAnnexA', hanna, nothingLeftOut, 3);
    await answer(engine, run, 'buildPlan', hanna, planned(Object.values(made), { asksResources: true }), 3);
    await answer(engine, run, 'approvePlan', lukas, yes, 3);
    expect(await planNow(engine, 'TP-001')).toMatchObject({ options: ['modify', 'share'], plannedBy: [ids.hanna], status: 'draft' });
  });

  it('When the resources are refused, it is planned with fewer; granted, one run begins for each control, and the risk counts as treated', async () => {
    const grant = await answer(engine, run, 'grantResources', tove, { decision: 'refuse', reason: 'Half of it will do.' });
    expect(grant).toMatchObject({ assignee: ids.tove, approval: true });
    await answer(engine, run, 'buildPlan', hanna, planned(Object.values(made), { asksResources: true }), 4);
    await answer(engine, run, 'approvePlan', lukas, yes, 4);
    await answer(engine, run, 'grantResources', tove, { decision: 'grant', reason: 'Agreed.' }, 2);
    const begun = await eventually('four runs', async () => {
      const runs = await engine.store.runs.find({ process: 'controlImplementation' });
      return runs.length === 4 ? runs : undefined;
    });
    const subjects = begun.map(({ subject }) => subject);
    expect(subjects).toContainEqual({ control: made.encryption, plan: 'TP-001', responsible: ids.martin, due: expect.any(String) });
    expect(await riskNow(engine, 'RSK-017')).toMatchObject({ status: 'treating', treatment: ['modify', 'share'] });
    const treatment = await engine.store.runs.get(run);
    if (treatment === undefined) throw new Error('there is no run');
    const gates = await gatesOf(engine.store, treatment, ['G3', 'G5'], engine.now().slice(0, 10));
    expect(gates).toMatchObject([{ passed: true }, { passed: false, detail: expect.stringContaining('TP-001') }]);
    expect(await engine.store.proposals.first({ run, process: 'supplierReview' })).toMatchObject({ about: 'RSK-017', status: 'open' });
  });

  it('When not all of it has come about, the owner sees what is left and has it treated further, by another plan', async () => {
    await implement('TP-001', { [made.training]: 'effective', [made.statement]: 'effective', [made.encryption]: 'partly' });
    expect(await engine.store.tasks.count({ run, task: 'acceptResidual' })).toBe(0);
    await cancelRun(engine, `controlImplementation-${made.lock}-TP-001`);
    const residual = await askedIn(engine, run, 'acceptResidual');
    expect(residual).toMatchObject({ assignee: ids.lukas, approval: true, barred: [ids.hanna] });
    expect(await briefOf(engine, residual)).toMatchObject({
      'Left now, as computed': [expect.objectContaining({ en: '2 (unlikely) × 3 (moderate): medium' })],
      'Acceptance rule': [expect.objectContaining({ en: expect.stringMatching(/^above it/) })],
    });
    await answerTask(engine, residual, lukas, { decision: 'continue', ...left(2, 3), reason: 'The screens stay open.' });
    await askedIn(engine, run, 'determineControls', 4);
    expect(await planNow(engine, 'TP-001')).toMatchObject({ status: 'continued', achieved: left(2, 3) });
    expect((await planNow(engine, 'TP-001')).items.map(({ state }) => state)).toEqual([
      ...['effective', 'effective', 'implemented', 'notImplemented'],
    ]);
    expect(await planNow(engine, 'TP-002')).toMatchObject({ status: 'draft', round: 2, before: left(4, 4), run });
  });

  it('When it has, the owner accepts what is left: an assessment of its own, and two decisions on what was frozen for each', async () => {
    await answer(engine, run, 'determineControls', hanna, { reason: 'The lock is still missing.' }, 4);
    await answer(engine, run, 'compareAnnexA', hanna, nothingLeftOut, 4);
    await answer(engine, run, 'buildPlan', hanna, planned([made.lock]), 5);
    await answer(engine, run, 'approvePlan', lukas, yes, 5);
    await implement('TP-002', { [made.lock]: 'effective' });
    const residual = await answer(
      engine,
      run,
      'acceptResidual',
      lukas,
      { decision: 'accept', ...left(2, 2), reason: 'That is enough.' },
      2,
    );
    expect(await closedRun(engine, run)).toMatchObject({ outcome: 'complete' });

    const risk = await riskNow(engine, 'RSK-017');
    expect(risk).toMatchObject({ current: left(2, 2), residual: left(2, 2), band: 'low', status: 'active', acceptance: 'notNeeded' });
    expect(await engine.store.assessments.get(residual.id)).toMatchObject({
      kind: 'triggered',
      verdict: 'change',
      by: { person: ids.lukas },
      run,
    });
    const { decisions, status } = await planNow(engine, 'TP-002');
    expect([status, decisions.map(({ on, decision, by }) => [on, decision, by.person])]).toEqual([
      'accepted',
      [
        ['plan', 'approve', ids.lukas],
        ['residual', 'accept', ids.lukas],
      ],
    ]);
    for (const { brief, task } of decisions) {
      const opened = await engine.store.trail.first({ chain: `task/${task}`, event: 'opened' });
      expect(opened?.data.brief).toEqual(brief);
    }
    const gates = (await engine.store.runs.get(run))?.gates.filter(({ gate }) => gate === 'G3' || gate === 'G5');
    expect(gates).toMatchObject([{ passed: true }, { passed: true, detail: expect.stringContaining('Looked at: 2.') }]);
    for (const chain of ['treatmentPlans/TP-001', 'treatmentPlans/TP-002', 'risks/RSK-017', `controls/${made.encryption}`])
      expect(await verifyChain(engine.store, chain)).toEqual([]);
  });

  it('When somebody tries to get past the decisions of the owner, the gate says which plan it was', async () => {
    const closed = await engine.store.runs.get(run);
    if (closed === undefined) throw new Error('there is no run');
    const whole = await planNow(engine, 'TP-002');
    const measured = async (change: Partial<typeof whole>) => {
      await engine.store.treatmentPlans.set('TP-002', change);
      const [gate] = await gatesOf(engine.store, closed, ['G5'], engine.now().slice(0, 10));
      await engine.store.treatmentPlans.set('TP-002', whole);
      return gate;
    };
    const failed = { passed: false, detail: expect.stringContaining('TP-002') };
    const [plan, residual] = whole.decisions;
    if (plan === undefined || residual === undefined) throw new Error('two decisions were made');
    expect(await measured({ decisions: [plan] })).toMatchObject(failed);
    expect(await measured({ decisions: [residual] })).toMatchObject(failed);
    expect(await measured({ decisions: [plan, { ...residual, task: plan.task, brief: plan.brief }] })).toMatchObject(failed);
    expect(await measured({ decisions: [{ ...plan, by: { person: ids.hanna, via: 'login' } }, residual] })).toMatchObject(failed);
    expect(await measured({ decisions: [plan, { ...residual, brief: { ...residual.brief, digest: '0'.repeat(64) } }] })).toMatchObject(
      failed,
    );
    expect(await measured({ expected: left(5, 5) })).toMatchObject(failed);
    expect(await measured({})).toMatchObject({ passed: true });

    const brief = await engine.store.briefs.get(residual.brief.id);
    await engine.store.briefs.set(residual.brief.id, { facts: [] });
    expect(await measured({})).toMatchObject(failed);
    await engine.store.briefs.set(residual.brief.id, { facts: brief?.facts ?? [] });
  });

  it('When more is expected to be left than the owner may decide on, top management approves as well, and decides how long what is left is accepted', async () => {
    await addJudgedRisk(engine, ids.marta, 'RSK-020', { current: left(5, 5), band: 'veryHigh' });
    const above = await openTreatment('RSK-020');
    await answer(engine, above, 'chooseOptions', marta, modify);
    await answer(engine, above, 'determineControls', hanna, {
      added: [{ ...lock, name: 'A stronger door' }],
      reason: 'It is all there is.',
    });
    const { id: door } = await controlNamed(engine, 'A stronger door');
    await answer(engine, above, 'compareAnnexA', hanna, nothingLeftOut);
    await answer(engine, above, 'buildPlan', hanna, planned([door], left(5, 3)));
    await answer(engine, above, 'approvePlan', marta, yes);
    const top = await answer(engine, above, 'approvePlanAbove', tove, { decision: 'return', reason: 'By the summer, please.' });
    expect(top).toMatchObject({ assignee: ids.tove, barred: [ids.hanna, ids.marta] });
    const warned = await answer(engine, above, 'buildPlan', hanna, planned([door], left(5, 3)), 2);
    expect(await briefOf(engine, warned)).toHaveProperty('Warning');
    await answer(engine, above, 'approvePlan', marta, yes, 2);
    await answer(engine, above, 'approvePlanAbove', tove, yes, 2);
    await implement('TP-003', { [door]: 'effective' });
    const residual = await answer(engine, above, 'acceptResidual', marta, {
      decision: 'accept',
      ...left(5, 3),
      reason: 'It has to do for now.',
    });
    // Nobody had judged it without controls: computed from what it was, by what came since.
    expect(await briefOf(engine, residual)).toMatchObject({
      'Left now, as computed': [expect.objectContaining({ en: '5 (almost certain) × 3 (moderate): very high' })],
    });
    expect(await closedRun(engine, above)).toMatchObject({ outcome: 'complete' });
    const { version, band } = await riskNow(engine, 'RSK-020');
    const acceptance = await eventually('the acceptance', () =>
      engine.store.runs.first({ process: 'riskAcceptance', 'subject.risk': 'RSK-020' }),
    );
    expect([band, acceptance.startedBy, Number(acceptance.subject.asOf) <= version]).toEqual(['veryHigh', above, true]);
  });

  it('When a planned control is a rule that no document says, it is proposed that one is written: once, and for no other control', async () => {
    const rule = { name: 'Nobody holds the door for strangers', kind: 'organizational', owner: ids.marta, actsOn: 'likelihood' };
    const other = { ...rule, name: 'Visitors are signed in' };
    await addDocument(engine.store, 'DOC-010', { owner: ids.lukas, references: ['A.7.2'] });
    await addJudgedRisk(engine, ids.lukas, 'RSK-024', { current: left(4, 3), band: 'high', inherent: left(4, 4) });
    const treated = await openTreatment('RSK-024');
    await answer(engine, treated, 'chooseOptions', lukas, modify);
    await answer(engine, treated, 'determineControls', hanna, { added: [rule, other, { ...lock, name: 'A porter' }], reason: 'The door.' });
    const names = [rule.name, other.name, 'A porter'];
    const [unwritten = '', written = '', porter = ''] = (await Promise.all(names.map((name) => controlNamed(engine, name)))).map(
      ({ id }) => id,
    );
    const served = [
      { control: unwritten, annexA: ['6.3'] },
      { control: written, annexA: ['7.2'] },
    ];
    await answer(engine, treated, 'compareAnnexA', hanna, { served, ...nothingLeftOut });
    await answer(engine, treated, 'buildPlan', hanna, planned([unwritten, written, porter]));
    await answer(engine, treated, 'approvePlan', lukas, yes);
    await eventually('it begins', async () => (await engine.store.runs.count({ startedBy: treated })) === 3);
    const proposed = await engine.store.proposals.find({ run: treated, process: 'documentControl' });
    const { id: plan = '' } = (await engine.store.treatmentPlans.first({ run: treated })) ?? {};
    expect(proposed).toMatchObject([
      {
        ...{ process: 'documentControl', about: 'DOC-011', subject: { document: 'DOC-011', because: unwritten } },
        reason: `${unwritten} of ${plan} is a rule, and no document says it: Nobody holds the door for strangers.`,
      },
    ]);
    expect(await engine.store.documents.get('DOC-011')).toMatchObject({
      ...{ title: rule.name, kind: 'topicPolicy', owner: ids.marta, references: ['A.6.3'], status: 'draft' },
    });
    await answer(engine, `proposal-${proposed[0]?.id}`, 'decide', hanna, { decision: 'decline', reason: 'A sign at the door says it.' });
    await eventually('it is not going to be written', async () => (await engine.store.documents.get('DOC-011'))?.status === 'withdrawn');

    await addJudgedRisk(engine, ids.lukas, 'RSK-025', { current: left(4, 3), band: 'high', inherent: left(4, 4) });
    const again = await openTreatment('RSK-025');
    await answer(engine, again, 'chooseOptions', lukas, modify);
    await answer(engine, again, 'determineControls', hanna, { existing: [unwritten], reason: 'The same door.' });
    await answer(engine, again, 'compareAnnexA', hanna, nothingLeftOut);
    await answer(engine, again, 'buildPlan', hanna, planned([unwritten]));
    await answer(engine, again, 'approvePlan', lukas, yes);
    await eventually('it goes on', async () => (await engine.store.treatmentPlans.first({ run: again }))?.status === 'approved');
    await eventually('it is carried out', async () => (await engine.store.trail.count({ chain: `run/${again}`, event: 'started' })) > 0);
    expect(await engine.store.proposals.count({ run: again, process: 'documentControl' })).toBe(0);
  });

  it('When the risk is only retained, an acceptance is asked for; what was planned before is given up', async () => {
    await addJudgedRisk(engine, ids.lukas, 'RSK-021', { current: left(4, 3), band: 'high', inherent: left(4, 4) });
    const retained = await openTreatment('RSK-021');
    await answer(engine, retained, 'chooseOptions', lukas, modify);
    await answer(engine, retained, 'determineControls', hanna, {
      existing: ['CTL-30'],
      added: [{ ...lock, name: 'A cage' }],
      reason: 'A cage.',
    });
    await answer(engine, retained, 'compareAnnexA', hanna, nothingLeftOut);
    const { id: cage } = await controlNamed(engine, 'A cage');
    await answer(engine, retained, 'buildPlan', hanna, planned([cage]));
    await answer(engine, retained, 'approvePlan', lukas, { decision: 'reject', reason: 'It costs more than it saves.' });
    await answer(engine, retained, 'chooseOptions', lukas, { options: ['retain'], reason: 'Until the move in March.' }, 2);
    expect(await closedRun(engine, retained)).toMatchObject({ outcome: 'complete' });
    expect(await engine.store.controls.get(cage)).toMatchObject({ status: 'retired' });
    expect(await riskNow(engine, 'RSK-021')).toMatchObject({
      treatment: ['retain'],
      controls: [{ control: 'CTL-30', actsOn: 'likelihood' }],
    });
    const acceptance = await eventually('the acceptance', () =>
      engine.store.runs.first({ process: 'riskAcceptance', 'subject.risk': 'RSK-021' }),
    );
    expect(acceptance.startedBy).toBe(retained);
    await askedIn(engine, acceptance.id, 'request');
  });

  it('When the risk is avoided, it is, once its owner has accepted that nothing more is left', async () => {
    await addJudgedRisk(engine, ids.lukas, 'RSK-022', { current: left(4, 4), band: 'veryHigh' });
    const avoided = await openTreatment('RSK-022');
    await answer(engine, avoided, 'chooseOptions', lukas, { options: ['avoid'], reason: 'Nobody needs that service.' });
    await answer(engine, avoided, 'determineControls', hanna, { existing: ['CTL-30'], reason: 'It is switched off already.' });
    await answer(engine, avoided, 'compareAnnexA', hanna, nothingLeftOut);
    await answer(engine, avoided, 'buildPlan', hanna, planned([]));
    await answer(engine, avoided, 'approvePlan', lukas, yes);
    await answer(engine, avoided, 'acceptResidual', lukas, { decision: 'accept', ...left(1, 1), reason: 'It is gone.' });
    expect(await closedRun(engine, avoided)).toMatchObject({ outcome: 'complete' });
    expect(await riskNow(engine, 'RSK-022')).toMatchObject({ status: 'avoided', acceptance: 'notNeeded', residual: left(1, 1) });
  });

  it('When the run is cancelled, its plan is withdrawn and the risk is as it was', async () => {
    await addJudgedRisk(engine, ids.lukas, 'RSK-023', { current: left(4, 4), band: 'veryHigh' });
    const cancelled = await openTreatment('RSK-023');
    await askedIn(engine, cancelled, 'chooseOptions');
    await cancelRun(engine, cancelled);
    const plan = await eventually('the plan is withdrawn', () =>
      engine.store.treatmentPlans.first({ run: cancelled, status: 'withdrawn' }),
    );
    expect(await closedRun(engine, cancelled)).toMatchObject({ status: 'cancelled' });
    expect([plan.risk, (await riskNow(engine, 'RSK-023')).status]).toEqual(['RSK-023', 'active']);
  });
});
