import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Run } from '../../domain/records/run.ts';
import type { Task } from '../../domain/records/task.ts';
import { effectivenessOn } from '../../domain/rules/control.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { closedRun } from '../support/answers.ts';
import { answerTask, askedIn, person } from '../support/asked.ts';
import { addControl, controlOf } from '../support/controls.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';

let engine: SkippingEngine;
/** The month of the first run, and those after it. */
let months: string[];
beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  const [year = 0, month = 1] = engine.now().split('-').map(Number);
  months = [0, 1, 2, 3].map((n) => new Date(Date.UTC(year, month - 1 + n, 15)).toISOString().slice(0, 7));
  const inUse = { owner: ids.lukas, status: 'implemented' } as const;
  const endOf = (n: number) => `${months[n]}-28`;
  await addControl(engine.store, 'CTL-010', {
    ...inUse,
    checkEvery: 'month',
    effectiveness: 'effective',
    nextCheck: endOf(0),
    tester: ids.marta,
  });
  await addControl(engine.store, 'CTL-011', { ...inUse, checkEvery: 'year', effectiveness: 'effective', nextCheck: endOf(0) });
  await addControl(engine.store, 'CTL-012', { ...inUse, checkEvery: 'quarter', effectiveness: 'effective', nextCheck: endOf(3) });
  await addControl(engine.store, 'CTL-013', { ...inUse, checkEvery: 'month', nextCheck: endOf(0), owner: ids.hanna, tester: ids.hanna });
  await addControl(engine.store, 'CTL-014', inUse);
  await addControl(engine.store, 'CTL-015', { owner: ids.lukas, checkEvery: 'month', nextCheck: endOf(0) });
  await addRisks(engine.store, ids.martin, ['RSK-010'], { controls: [{ control: 'CTL-010', actsOn: 'likelihood' }] });
  await addRisks(engine.store, ids.martin, ['RSK-011'], {
    controls: ['CTL-010', 'CTL-011'].map((control) => ({ control, actsOn: 'both' })),
  });
});
afterAll(() => engine.stop());

const hanna = person(ids.hanna, 'ismsManager');
const lukas = person(ids.lukas, 'controlOwner');
const marta = person(ids.marta);
const tove = person(ids.tove, 'topManagement');

const open = async (period: string | undefined): Promise<Run> =>
  engine.openRun({ process: 'controlCheck', subject: { period }, actor: byEngine });
const checkOf = (run: string, control: string): Promise<Task> =>
  eventually(`${control} is asked about`, () => engine.store.tasks.first({ run, about: control }));
const answer = async (run: string, control: string, by: By, outcome: object, waiver?: string) => {
  const asked = await checkOf(run, control);
  await answerTask(engine, asked, by, outcome, waiver);
  return asked;
};
const daysOn = (days: number) => new Date(Date.parse(engine.now()) + days * 86_400_000).toISOString();

const works = { design: 'effective', operation: 'effective', sample: 'Ten of sixty nights.' };
const inPart = { ...works, operation: 'partly', finding: 'Two of ten nights are missing.' };
const fails = { ...works, operation: 'ineffective', finding: 'No night was backed up.' };

describe('the monthly checks of controls', () => {
  let run: string;

  it('When the month opens, exactly the controls in place are asked about whose check is due, each of somebody who does not own it', async () => {
    run = (await open(months[0])).id;
    expect(run).toBe(`controlCheck-${months[0]}`);
    await checkOf(run, 'CTL-013');
    const tasks = await eventually('all are asked', async () => {
      const all = await engine.store.tasks.find({ run });
      return all.length === 3 ? all : undefined;
    });
    expect(tasks.map(({ about, assignee, barred }) => [about, assignee, barred])).toEqual([
      ['CTL-010', ids.marta, [ids.lukas]],
      ['CTL-011', ids.hanna, [ids.lukas]],
      // Hanna owns it, and is named as its tester: top management looks.
      ['CTL-013', ids.tove, [ids.hanna]],
    ]);
    expect(tasks.every(({ answer: how }) => how === 'login')).toBe(true);
  });

  it('When the owner answers the check of their own control, that is refused', async () => {
    const asked = await checkOf(run, 'CTL-010');
    await expect(answerTask(engine, asked, lukas, works)).rejects.toMatchObject({ cause: { type: 'notYours' } });
    // Level 2 lets the ISMS manager answer, and not for a control of theirs.
    const own = await checkOf(run, 'CTL-013');
    await engine.sleepUntil(daysOn(22));
    await eventually('level 2', async () => ((await engine.store.tasks.get(own.id))?.level ?? 0) >= 2);
    await expect(answerTask(engine, own, hanna, works)).rejects.toMatchObject({ cause: { type: 'duties' } });
  });

  it('When it does not work, a corrective action is proposed, and each risk that relies on it is judged again', async () => {
    const asked = await answer(run, 'CTL-010', marta, fails);
    const nonconformity = await eventually('it is reported', () => engine.store.nonconformities.first({ 'source.kind': 'failedCheck' }));
    expect(nonconformity).toMatchObject({
      ...{ owner: ids.lukas, reportedBy: ids.marta, description: fails.finding, status: 'candidate' },
      source: { run, task: asked.id, subject: 'CTL-010' },
    });
    const reviews = await eventually('both are judged again', async () => {
      const all = await engine.store.runs.find({ process: 'targetedRiskReview' });
      return all.length === 2 ? all : undefined;
    });
    expect(reviews.map(({ subject }) => subject)).toEqual([
      { risk: 'RSK-010', because: nonconformity.id },
      { risk: 'RSK-011', because: nonconformity.id },
    ]);
    expect(await controlOf(engine.store, 'CTL-010')).toMatchObject({ effectiveness: 'ineffective', lastCheck: asked.id });
    expect(await engine.store.controlChecks.get(asked.id)).toMatchObject({
      result: 'ineffective',
      before: 'effective',
      finding: fails.finding,
    });
  });

  it('When the proposal is accepted, the corrective action runs', async () => {
    const proposal = await eventually('the proposal', () => engine.store.proposals.first({ process: 'correctiveAction' }));
    const decide = await askedIn(engine, `proposal-${proposal.id}`, 'decide');
    await answerTask(engine, decide, hanna, { decision: 'accept', reason: 'It has to work.' });
    const started = await eventually('it runs', () => engine.store.runs.first({ process: 'correctiveAction', key: proposal.about }));
    expect(started).toMatchObject({ status: 'open', subject: { nonconformity: proposal.about } });
  });

  it('When another control works only in part, that is one more reason for the review that is open already', async () => {
    const asked = await answer(run, 'CTL-011', hanna, inPart);
    await eventually('it is recorded', () => engine.store.controlChecks.get(asked.id));
    const review = await engine.store.runs.first({ process: 'targetedRiskReview', 'subject.risk': 'RSK-011' });
    const learned = await eventually('the open review learns of it', () =>
      engine.store.trail.first({ chain: `run/${review?.id}`, event: 'triggered' }),
    );
    expect(learned.data).toMatchObject({ from: run });
    expect(await engine.store.runs.count({ process: 'targetedRiskReview', 'subject.risk': 'RSK-011' })).toBe(1);
  });

  it('When the last is answered, the run closes, and nobody is asked again before it is due', async () => {
    await answer(run, 'CTL-013', tove, works);
    expect(await closedRun(engine, run)).toMatchObject({ outcome: 'complete' });
    // It was answered late, in the second month: what is looked at monthly is due again in the third.
    await engine.sleepUntil(`${months[2]}-02T09:00:00.000Z`);
    const next = (await open(months[2])).id;
    const asked = await checkOf(next, 'CTL-013');
    expect(asked.assignee).toBe(ids.tove);
    const { subjects } = await eventually('it is known how many are asked about', async () => {
      const found = await engine.store.runs.get(next);
      return found?.subjects !== undefined && found;
    });
    const all = await eventually('all are asked', async () => {
      const found = await engine.store.tasks.find({ run: next });
      return found.length === subjects && found;
    });
    // The one that failed and the one that is looked at monthly; the others are not due.
    expect(all.map(({ about }) => about)).toEqual(expect.arrayContaining(['CTL-010', 'CTL-013']));
    expect(all.some(({ about }) => about === 'CTL-011' || about === 'CTL-012')).toBe(false);
  });

  it('When a check has expired, the control counts as untested from that day on', async () => {
    const control = await controlOf(engine.store, 'CTL-012');
    expect(effectivenessOn(control, `${months[3]}-28`)).toBe('effective');
    expect(effectivenessOn(control, `${months[3]}-29`)).toBe('untested');
  });
});
