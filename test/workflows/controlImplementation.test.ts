import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Control } from '../../domain/records/control.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { verifyChain } from '../../models/chain.ts';
import { closedRun } from '../support/answers.ts';
import { answered, answerTask, askedIn, person } from '../support/asked.ts';
import { addControl, controlOf } from '../support/controls.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { takesCommands } from '../support/tasks.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';

let engine: SkippingEngine;
beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  await engine.store.people.set(ids.marta, { roles: [{ role: 'riskOwner' }, { role: 'auditor' }] });
  for (const id of ['CTL-001', 'CTL-002', 'CTL-003', 'CTL-004']) await addControl(engine.store, id, { owner: ids.lukas });
  await addRisks(engine.store, ids.martin, ['RSK-001'], { band: 'high', controls: [{ control: 'CTL-001', actsOn: 'likelihood' }] });
  await addRisks(engine.store, ids.martin, ['RSK-002'], { band: 'low', controls: [{ control: 'CTL-001', actsOn: 'both' }] });
  await addRisks(engine.store, ids.martin, ['RSK-003'], { controls: [{ control: 'CTL-002', actsOn: 'both' }] });
});
afterAll(() => engine.stop());

const hanna = person(ids.hanna, 'ismsManager');
const lukas = person(ids.lukas, 'controlOwner');

const open = async (subject: object): Promise<string> =>
  (await engine.openRun({ process: 'controlImplementation', subject, actor: byEngine })).id;
const answer = (run: string, task: string, by: By, outcome: object, attempt = 1) => answered(engine, { run, task, attempt }, by, outcome);
const control = (id: string): Promise<Control> => controlOf(engine.store, id);
const daysOn = (days: number) => new Date(Date.parse(engine.now()) + days * 86_400_000).toISOString();
const weeksBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / (7 * 86_400_000));

const inPlace = {
  result: 'All servers are backed up nightly.',
  documented: false,
  shownBy: 'The log of the backup server.',
  checkEvery: 'quarter',
};
const seen = { decision: 'verify', reason: 'I saw three restores.' };
const works = { design: 'effective', operation: 'effective', sample: 'Ten of sixty nights.' };

describe('putting a control in place', () => {
  let run: string;

  it('When it is opened, the owner has as long as the worst of its risks allows, and is shown what it is for', async () => {
    run = await open({ control: 'CTL-001', plan: 'PLN-1' });
    expect(run).toBe('controlImplementation-CTL-001-PLN-1');
    const asked = await askedIn(engine, run, 'implement');
    expect(asked).toMatchObject({ assignee: ids.lukas, about: 'CTL-001', answer: 'link' });
    // A high risk: 60 working days are twelve weeks, and the holidays between.
    expect(weeksBetween(asked.openedAt, asked.due)).toBeGreaterThanOrEqual(12);
    expect(weeksBetween(asked.openedAt, asked.due)).toBeLessThanOrEqual(13);
    expect(asked.rungs.map(({ key }) => key)).toEqual(expect.arrayContaining(['before10', 'before5', 'before1', 'late3']));
    expect(await control('CTL-001')).toMatchObject({ status: 'implementing' });
    const brief = await engine.store.briefs.get(asked.brief?.id ?? '');
    expect(brief?.tables[0]?.rows.map(([id]) => id)).toEqual(['RSK-001', 'RSK-002']);
  });

  it('When it is returned, the owner sees why and has two weeks to mend it', async () => {
    await answer(run, 'implement', lukas, inPlace);
    const verify = await answer(run, 'verify', hanna, { decision: 'return', reason: 'The test server is missing.' });
    expect(verify).toMatchObject({ assignee: ids.hanna, answer: 'login', barred: [ids.lukas] });
    const frozen = await engine.store.briefs.get(verify.brief?.id ?? '');
    expect(frozen?.facts.find(({ label }) => label.en === 'What was done')?.said).toEqual([inPlace.result]);
    const again = await askedIn(engine, run, 'implement', 2);
    expect(weeksBetween(again.openedAt, again.due)).toBe(2);
    const brief = await engine.store.briefs.get(again.brief?.id ?? '');
    expect(brief?.facts[0]).toMatchObject({ label: { en: 'Returned because' }, said: ['The test server is missing.'] });
    expect(await control('CTL-001')).toMatchObject({ status: 'implementing' });
  });

  it('When another person has verified it, it is in place, untested, and due for its check in its own time', async () => {
    await answer(run, 'implement', lukas, inPlace, 2);
    await answer(run, 'verify', hanna, seen, 2);
    const there = await eventually('it is in place', async () => {
      const found = await control('CTL-001');
      return found.status === 'implemented' ? found : undefined;
    });
    expect(there).toMatchObject({
      ...{ effectiveness: 'untested', documented: false, shownBy: inPlace.shownBy, checkEvery: 'quarter' },
      ...{ implementedBy: ids.lukas, verifiedBy: ids.hanna },
    });
    expect((there.nextCheck ?? '') > (there.implementedOn ?? '')).toBe(true);
  });

  it('After one operating cycle somebody who does not own it looks whether it works, and its risks are judged again', async () => {
    await engine.sleepUntil(daysOn(100));
    const first = await answer(run, 'checkFirst', hanna, works);
    expect(first).toMatchObject({ assignee: ids.hanna, barred: [ids.lukas] });
    const closed = await closedRun(engine, run);
    expect(closed.outcome).toBe('complete');
    expect(closed.gates.map(({ gate, passed }) => [gate, passed])).toEqual([
      ['G4', true],
      ['G7', true],
      ['G14', true],
      ['G15', true],
    ]);
    const reviews = await engine.store.runs.find({ process: 'targetedRiskReview' });
    expect(reviews.map(({ subject }) => subject.risk)).toEqual(['RSK-001', 'RSK-002']);
    expect(await control('CTL-001')).toMatchObject({ effectiveness: 'effective', lastCheck: first.id });
    expect(await engine.store.controlChecks.get(first.id)).toMatchObject({
      ...{ control: 'CTL-001', result: 'effective', before: 'untested', sample: works.sample, owner: ids.lukas },
      by: { person: ids.hanna },
    });
    expect(await verifyChain(engine.store, 'controls/CTL-001')).toEqual([]);
  });
});

describe('who may not', () => {
  it('When the plan names another person and a day, they are asked by then, and they do not verify what they did', async () => {
    const day = daysOn(30).slice(0, 10);
    const run = await open({ control: 'CTL-002', plan: 'PLN-2', responsible: ids.hanna, due: day });
    const asked = await answer(run, 'implement', hanna, inPlace);
    expect(asked.assignee).toBe(ids.hanna);
    expect(asked.due.slice(0, 10) >= day && asked.due < daysOn(36)).toBe(true);
    const verify = await askedIn(engine, run, 'verify');
    // Hanna runs the ISMS and would verify; she put it in place, so an auditor does.
    expect(verify).toMatchObject({ assignee: ids.marta, barred: [ids.hanna] });
    await expect(answerTask(engine, verify, hanna, seen)).rejects.toMatchObject({ cause: { type: 'notYours' } });
    await answerTask(engine, verify, person(ids.marta, 'auditor'), seen);
    await engine.sleepUntil(daysOn(100));
    const first = await askedIn(engine, run, 'checkFirst');
    // Neither its owner nor whoever put it in place.
    expect(new Set(first.barred)).toEqual(new Set([ids.lukas, ids.hanna]));
    expect(first.assignee).toBe(ids.marta);
    await expect(answerTask(engine, first, lukas, works)).rejects.toMatchObject({ cause: { type: 'notYours' } });
    await answerTask(engine, first, person(ids.marta, 'auditor'), { ...works, operation: 'ineffective', finding: 'Nothing was restored.' });
    expect(await closedRun(engine, run)).toMatchObject({ outcome: 'complete' });
    const [failed] = await engine.store.nonconformities.find({ 'source.kind': 'failedCheck' });
    expect(failed).toMatchObject({ source: { subject: 'CTL-002', task: first.id }, owner: ids.lukas, status: 'candidate' });
    expect(await engine.store.proposals.find({ about: failed?.id ?? '' })).toMatchObject([
      { process: 'correctiveAction', subject: { nonconformity: failed?.id }, to: ids.hanna, status: 'open' },
    ]);
    expect(await engine.store.runs.find({ process: 'targetedRiskReview', 'subject.risk': 'RSK-003' })).toMatchObject([
      { subject: { because: failed?.id }, startedBy: run },
    ]);
  });

  it('When nobody else is there, whoever did it verifies it only with a reason, which is recorded; the gate says so', async () => {
    for (const id of [ids.tove, ids.marta]) await engine.store.people.set(id, { status: 'left' });
    try {
      const run = await open({ control: 'CTL-003', plan: '-', responsible: ids.hanna });
      await answer(run, 'implement', hanna, inPlace);
      const verify = await askedIn(engine, run, 'verify');
      expect(verify).toMatchObject({ assignee: ids.hanna, barred: [ids.hanna], alone: true });
      await expect(answerTask(engine, verify, hanna, seen)).rejects.toMatchObject({ cause: { type: 'duties' } });
      await answerTask(engine, verify, hanna, seen, 'We are two, and the other one is away.');
      await eventually('it is in place', async () => ((await control('CTL-003')).status === 'implemented' ? true : undefined));
      expect(await engine.store.tasks.get(verify.id)).toMatchObject({ dutiesWaived: 'We are two, and the other one is away.' });
      await engine.sleepUntil(daysOn(100));
      const first = await askedIn(engine, run, 'checkFirst');
      expect(first).toMatchObject({ assignee: ids.hanna, alone: true });
      await expect(answerTask(engine, first, hanna, works)).rejects.toMatchObject({ cause: { type: 'duties' } });
      await answerTask(engine, first, hanna, works, 'Nobody else is here.');
      const closed = await closedRun(engine, run);
      const gates = Object.fromEntries(closed.gates.map(({ gate, passed }) => [gate, passed]));
      // No risk needs it, and one person did both.
      expect(gates).toMatchObject({ G4: false, G7: false });
      expect(await engine.store.controlChecks.get(first.id)).toMatchObject({ dutiesWaived: 'Nobody else is here.' });
    } finally {
      for (const id of [ids.tove, ids.marta]) await engine.store.people.set(id, { status: 'active' });
    }
  });

  it('When it is cancelled, the control is planned as before', async () => {
    const run = await open({ control: 'CTL-004', plan: '-' });
    const asked = await askedIn(engine, run, 'implement');
    const handle = engine.client.workflow.getHandle(asked.id);
    await takesCommands(handle);
    await handle.executeUpdate('command', { args: [{ do: 'cancel', by: hanna, reason: 'We sell the machine.' }] });
    expect(await closedRun(engine, run)).toMatchObject({ outcome: 'incomplete' });
    expect(await control('CTL-004')).toMatchObject({ status: 'planned' });
  });

  it('When nobody answers, everybody on the ladder is told, up to a nonconformity', async () => {
    const run = await open({ control: 'CTL-004', plan: 'PLN-4', due: daysOn(10).slice(0, 10) });
    await engine.sleepUntil(daysOn(60));
    const late = await eventually('the last level', async () => {
      const found = await askedIn(engine, run, 'implement');
      return found.level === 3 ? found : undefined;
    });
    expect(late.state).toBe('open');
    expect(await engine.store.nonconformities.count({ 'source.run': run })).toBe(1);
  });
});
