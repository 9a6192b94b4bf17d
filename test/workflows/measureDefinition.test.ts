import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import { gatesOf } from '../../models/gates.ts';
import { cancelRun, closedRun } from '../support/answers.ts';
import { askedIn, person, sentencesOf } from '../support/asked.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';
import { addControl, addJudgedRisk, answer, briefOf } from '../support/treating.ts';

let engine: SkippingEngine;
beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  const high = { current: { likelihood: 4, consequence: 3 }, inherent: { likelihood: 4, consequence: 4 }, band: 'high' } as const;
  for (const risk of ['RSK-017', 'RSK-018']) await addJudgedRisk(engine, ids.lukas, risk, { name: 'Laptop left in a car', ...high });
  await addControl(engine, 'CTL-40', { name: 'Disk encryption', kind: 'technological', owner: ids.martin, status: 'planned' });
  await addControl(engine, 'CTL-41', { name: 'Training on the road', kind: 'people', owner: ids.marta, status: 'planned' });
});
afterAll(() => engine.stop());

const hanna = person(ids.hanna, 'ismsManager');
const lukas = person(ids.lukas, 'riskOwner');

const encrypted = {
  ...{ control: 'CTL-40', name: 'Laptops encrypted', method: 'Reported by the management of devices.', source: 'asked', unit: '%' },
  ...{ every: 'quarter', target: 98, direction: 'atLeast', measurer: ids.martin, analyst: ids.marta },
} as const;
const trained = { ...encrypted, control: 'CTL-41', name: 'Trained within a month', measurer: ids.marta, analyst: ids.martin };
const both = { measures: [encrypted, trained], note: 'A statement that is signed needs none.' };

const row = (control: string) => ({ control, responsible: ids.martin, due: '2027-06-30', measuredBy: 'A sample of ten shows it.' });

/** The plan of a risk, approved, with its controls on their way. */
async function approvedPlan(risk: string, controls: string[]): Promise<{ run: string; plan: string }> {
  const { id: run } = await engine.openRun({ process: 'riskTreatment', subject: { risk, because: 'Audit of May' }, actor: byEngine });
  await answer(engine, run, 'chooseOptions', lukas, { options: ['modify'], reason: 'Customers expect it.' });
  await answer(engine, run, 'determineControls', hanna, { existing: controls, reason: 'These two.' });
  await answer(engine, run, 'compareAnnexA', hanna, { missing: 'none', reason: 'All 93 were gone through.' });
  const levels = { likelihood: 2, consequence: 2 };
  await answer(engine, run, 'buildPlan', hanna, {
    items: controls.map(row),
    asksResources: false,
    ...levels,
    reason: 'Both are acted on.',
  });
  await answer(engine, run, 'approvePlan', lukas, { decision: 'approve', reason: 'Clear, and worth it.' });
  await eventually('its controls are on their way', () => engine.store.trail.first({ chain: `run/${run}`, event: 'started' }));
  return { run, plan: (await engine.store.treatmentPlans.first({ run }))?.id ?? '' };
}

const measuresOf = async (run: string) =>
  (await engine.store.measures.find({ run }, { sort: { _id: 1 } })).map(({ control, status }) => [control, status]);

describe('measures for the controls of a plan', () => {
  let plan: string;
  let run: string;
  let other: string;

  it('When a plan is approved whose controls nothing measures, that is proposed once, and accepted it begins', async () => {
    const approved = await approvedPlan('RSK-017', ['CTL-40', 'CTL-41']);
    plan = approved.plan;
    const proposed = await engine.store.proposals.find({ run: approved.run, process: 'measureDefinition' });
    expect(proposed).toMatchObject([
      {
        about: 'RSK-017',
        subject: { plan, risk: 'RSK-017' },
        reason: `No measure shows whether these controls of ${plan} work: CTL-40, CTL-41.`,
      },
    ]);
    await answer(engine, `proposal-${proposed[0]?.id}`, 'decide', hanna, { decision: 'accept', reason: 'The board wants to know.' });
    run = `measureDefinition-${plan}`;
    const asked = await askedIn(engine, run, 'define');
    expect(asked).toMatchObject({ assignee: ids.hanna, about: 'RSK-017' });
    expect(await briefOf(engine, asked)).toMatchObject({ Risk: ['RSK-017 Laptop left in a car'] });
  });

  it('When a measure is of a control that the plan does not bring about, the place is said', async () => {
    const asked = await askedIn(engine, run, 'define');
    await addControl(engine, 'CTL-42', { name: 'A porter', kind: 'physical' });
    expect(await sentencesOf(engine, asked, { ...both, measures: [encrypted, { ...trained, control: 'CTL-42' }] })).toEqual([
      `outcome.measures.1.control: CTL-42 is no control of ${plan}: CTL-40, CTL-41.`,
    ]);
  });

  it('When they come back they were never in use; when whoever answers for the risk agrees, they are, and the gate holds', async () => {
    await answer(engine, run, 'define', hanna, { ...both, measures: [encrypted] });
    const agree = await answer(engine, run, 'agree', lukas, { decision: 'return', reason: 'And the training?' });
    expect(agree).toMatchObject({ assignee: ids.lukas, barred: [ids.hanna], answer: 'login' });
    await answer(engine, run, 'define', hanna, both, 2);
    await askedIn(engine, run, 'agree', 2);
    expect(await measuresOf(run)).toEqual([
      ['CTL-40', 'retired'],
      ['CTL-40', 'draft'],
      ['CTL-41', 'draft'],
    ]);
    await answer(engine, run, 'agree', lukas, { decision: 'approve', reason: 'That tells me.' }, 2);
    const closed = await closedRun(engine, run);
    expect(closed).toMatchObject({ outcome: 'complete' });
    expect(await measuresOf(run)).toEqual([
      ['CTL-40', 'retired'],
      ['CTL-40', 'active'],
      ['CTL-41', 'active'],
    ]);
    expect((await gatesOf(engine.store, closed, ['G9'], '2027-03-01')).map(({ passed }) => passed)).toEqual([true]);
  });

  it('When the controls of another plan are measured already, nothing is proposed', async () => {
    const again = await approvedPlan('RSK-018', ['CTL-40']);
    other = again.plan;
    expect(await engine.store.proposals.count({ run: again.run, process: 'measureDefinition' })).toBe(0);
  });

  it('When it is cancelled before anybody has agreed, what was drafted is given up', async () => {
    const { id } = await engine.openRun({ process: 'measureDefinition', subject: { plan: other, risk: 'RSK-018' }, actor: byEngine });
    await answer(engine, id, 'define', hanna, { ...both, measures: [encrypted] });
    await askedIn(engine, id, 'agree');
    await cancelRun(engine, id);
    await closedRun(engine, id);
    await eventually('it is given up', async () => (await measuresOf(id)).every(([, status]) => status === 'retired'));
  });
});
