import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Risk } from '../../domain/records/risk.ts';
import type { Task } from '../../domain/records/task.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { calendarOf } from '../../domain/sites.ts';
import { verifyChain } from '../../models/chain.ts';
import { gatesOf } from '../../models/gates.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { changeRecord } from '../../models/registers.ts';
import { cancelRun, closedRun } from '../support/answers.ts';
import { answerTask, askedIn } from '../support/asked.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually, pass, passUntil } from '../support/time.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

const person = (id: string, ...roles: string[]): By => ({ person: id, roles, via: 'login' });
const lukas = person(ids.lukas, 'riskOwner');
const tove = person(ids.tove, 'topManagement');
const retain = { decision: 'retain', justification: 'The machine is replaced in March.', measures: 'It is off the network at night.' };
const levels = { medium: [3, 3], high: [4, 3], veryHigh: [5, 5] } as const;

/** A risk that was judged at this level, and the run in which it is decided on. */
async function ask(id: string, band: keyof typeof levels): Promise<{ run: string; acceptance: string }> {
  const [likelihood, consequence] = levels[band];
  const current = { likelihood, consequence };
  await engine.store.assessments.insert({
    ...{
      id: `${id}-a`,
      risk: id,
      kind: 'initial',
      at: engine.clock.now(),
      by: byEngine,
      criteria: 'criteria-1',
      ...current,
      band,
      aboveAcceptance: true,
    },
  });
  const lastAssessment = { id: `${id}-a`, day: '2026-11-01', by: ids.lukas, ...current, band };
  await addRisks(engine.store, ids.lukas, [id], { current, band, acceptance: 'required', lastAssessment });
  const { id: run } = await engine.openRun({ process: 'riskAcceptance', subject: { risk: id, asOf: 1 }, actor: byEngine });
  return { run, acceptance: `${id}-v1` };
}

const openTask = (run: string, task: string, n = 1): Promise<Task> =>
  eventually(`${task} is asked in ${run}`, () =>
    engine.store.tasks.get(`${run}/${task}/${run.replace(/^riskAcceptance-/, '').replace(/-v\d+$/, '')}/${n}`),
  );

const answer = (task: Task, by: By, outcome: object, waiver?: string) => answerTask(engine, task, by, outcome, waiver);

const inState = (acceptance: string, state: string) =>
  eventually(`${acceptance} is ${state}`, async () => {
    const found = await engine.store.acceptances.get(acceptance);
    return found?.state === state ? found : undefined;
  });

async function change(id: string, set: Partial<Risk>): Promise<void> {
  const risk = await engine.store.risks.get(id);
  await changeRecord(engine.store, {
    register: 'risks',
    id,
    version: risk?.version ?? 0,
    set,
    at: engine.clock.now(),
    actor: byEngine,
    event: 'changed',
  });
}

const nextRun = (id: string, before: string) =>
  eventually(`${id} is asked about again`, async () =>
    (await engine.store.runs.find({ process: 'riskAcceptance' })).find(({ subject, id: run }) => subject.risk === id && run !== before),
  );

/** Who learns what became of an acceptance, by letters of the run. */
const told = async (run: string) =>
  (await engine.store.letters.find({ run, kind: 'acceptance' }, { sort: { at: 1, _id: 1 } })).map(({ person, facts }) => ({
    ...{ person, said: facts.said },
    ...(facts.what !== undefined && { what: facts.what }),
    ...(facts.by !== undefined && { by: facts.by }),
    ...(facts.again !== undefined && { again: facts.again }),
  }));
const isTold = (run: string, said: string, count: number) =>
  eventually(`${run} tells that it is ${said}`, async () => {
    const found = (await told(run)).filter((one) => one.said === said);
    return found.length === count ? found : undefined;
  });
const toBoth = (said: object) => expect.arrayContaining([ids.lukas, ids.hanna].map((person) => ({ person, ...said })));

describe('the acceptance of a risk', () => {
  it('When the owner has the authority, the owner decides, for as long as the band allows', async () => {
    const { run, acceptance } = await ask('RSK-M1', 'medium');
    await answer(await openTask(run, 'request'), lukas, retain);
    const accepted = await inState(acceptance, 'accepted');
    expect(accepted).toMatchObject({
      authority: 'riskOwner',
      requestedBy: { person: ids.lukas },
      ...{ justification: retain.justification },
    });
    expect(await monthsTo(accepted.validUntil)).toBe(12);
    await eventually('the risk says so', async () => (await engine.store.risks.get('RSK-M1'))?.acceptance === 'accepted');
    expect(await engine.store.tasks.count({ run, task: 'approve' })).toBe(0);
    expect(await isTold(run, 'accepted', 2)).toEqual(toBoth({ said: 'accepted' }));
  });

  it('When the level is above the owner’s authority, another person approves, and what is returned is asked for again', async () => {
    const { run, acceptance } = await ask('RSK-H1', 'high');
    await answer(await openTask(run, 'request'), lukas, retain);
    const approve = await openTask(run, 'approve');
    expect(approve).toMatchObject({ assignee: ids.tove, barred: [ids.lukas], answer: 'login', approval: true });
    await answer(approve, tove, { decision: 'return', reason: 'What does the night off cost?' });
    await answer(await openTask(run, 'request', 2), lukas, { ...retain, measures: 'It is off at night, at no cost.' });
    await answer(await openTask(run, 'approve', 2), tove, { decision: 'approve', reason: 'Until March.' });
    const accepted = await inState(acceptance, 'accepted');
    expect(accepted).toMatchObject({
      decidedBy: { person: ids.tove },
      decision: 'Until March.',
      measures: 'It is off at night, at no cost.',
    });
    expect(await monthsTo(accepted.validUntil)).toBe(6);
    const events = (await engine.store.trail.find({ chain: `acceptances/${acceptance}` }, { sort: { seq: 1 } })).map(({ event }) => event);
    expect(events).toEqual(['asked', 'requested', 'returned', 'requested', 'approved', 'accepted']);
    expect(await verifyChain(engine.store, `acceptances/${acceptance}`)).toEqual([]);
  });

  it('When the requester is the only one with the authority, the requester cannot approve without a waiver, and it is recorded', async () => {
    await engine.store.people.set(ids.lukas, { roles: [{ role: 'riskOwner' }, { role: 'topManagement' }] });
    await engine.store.people.set(ids.tove, { roles: [] });
    const lone = person(ids.lukas, 'riskOwner', 'topManagement');
    const { run, acceptance } = await ask('RSK-H2', 'high');
    await answer(await openTask(run, 'request'), lone, retain);
    const approve = await openTask(run, 'approve');
    expect(approve).toMatchObject({ assignee: ids.lukas, alone: true });
    const approved = { decision: 'approve', reason: 'Until March.' };
    await expect(answer(approve, lone, approved)).rejects.toMatchObject({ cause: { type: 'duties' } });
    await answer(approve, lone, approved, 'We are one person.');
    await inState(acceptance, 'accepted');
    expect(await engine.store.tasks.get(approve.id)).toMatchObject({ dutiesWaived: 'We are one person.' });
    await engine.store.people.set(ids.lukas, { roles: [{ role: 'riskOwner' }] });
    await engine.store.people.set(ids.tove, { roles: [{ role: 'topManagement' }] });
  });

  it('When it is refused, treatment is proposed and the run closes with the gate open', async () => {
    const { run, acceptance } = await ask('RSK-V1', 'veryHigh');
    await answer(await openTask(run, 'request'), lukas, retain);
    await answer(await openTask(run, 'approve'), tove, { decision: 'refuse', reason: 'Not on the internet.' });
    const closed = await closedRun(engine, run);
    expect(await inState(acceptance, 'refused')).toMatchObject({ endedBecause: 'refused' });
    expect(await engine.store.proposals.find({ run })).toMatchObject([{ process: 'riskTreatment', about: 'RSK-V1' }]);
    expect(closed.gates.find(({ gate }) => gate === 'G3')).toMatchObject({ passed: false, detail: expect.stringContaining('RSK-V1') });
    await eventually('the risk says so', async () => (await engine.store.risks.get('RSK-V1'))?.acceptance === 'refused');
    expect(await told(run)).toEqual([{ person: ids.lukas, said: 'refused', by: ids.tove }]);
    expect(await engine.store.letters.count({ run, kind: 'runClosed' })).toBe(0);
  });

  it('When the risk changes before it is decided, what is approved is the risk as the owner asked about it, or as it was returned', async () => {
    const { run, acceptance } = await ask('RSK-H3', 'high');
    await change('RSK-H3', { current: { likelihood: 3, consequence: 4 } });
    await answer(await openTask(run, 'request'), lukas, retain);
    const approve = await openTask(run, 'approve');
    expect(await engine.store.acceptances.get(acceptance)).toMatchObject({ snapshot: { levels: { likelihood: 3, consequence: 4 } } });
    await change('RSK-H3', { owner: ids.marta });
    await answer(approve, tove, { decision: 'return', reason: 'Whose is it now?' });
    expect(await openTask(run, 'request', 2)).toMatchObject({ assignee: ids.marta });
    expect(await engine.store.acceptances.get(acceptance)).toMatchObject({ owner: ids.marta, snapshot: { owner: ids.marta } });
    await answer(await openTask(run, 'request', 2), person(ids.marta, 'riskOwner'), { ...retain, decision: 'treat' });
    await closedRun(engine, run);
    expect(await told(run)).toEqual([]);
  });
});

describe('an acceptance that was given', () => {
  const accept = async (id: string) => {
    const { run, acceptance } = await ask(id, 'medium');
    await answer(await openTask(run, 'request'), lukas, retain);
    await inState(acceptance, 'accepted');
    await eventually('it watches', async () => (await engine.store.watches.count({ run })) > 0);
    return { run, acceptance };
  };

  it('When the level changes afterwards, it ends and is asked for again', async () => {
    const { run, acceptance } = await accept('RSK-M2');
    await change('RSK-M2', { current: { likelihood: 4, consequence: 4 }, band: 'veryHigh' });
    expect(await inState(acceptance, 'ended')).toMatchObject({ endedBecause: 'risks/RSK-M2 current' });
    const next = await nextRun('RSK-M2', run);
    expect(await eventually('the new decision', () => engine.store.acceptances.first({ run: next.id }))).toMatchObject({
      authority: 'topManagement',
      snapshot: { levels: { likelihood: 4 } },
    });
    expect((await closedRun(engine, run)).started).toEqual([next.id]);
    expect(next.startedBy).toBe(run);
    expect(await isTold(run, 'changed', 2)).toEqual(toBoth({ said: 'changed', what: 'level', again: true }));
    expect(await engine.store.watches.count({ run })).toBe(0);
  });

  it('When the risk gets another owner, the new owner is asked', async () => {
    const { run, acceptance } = await accept('RSK-M3');
    await change('RSK-M3', { owner: ids.marta });
    expect(await inState(acceptance, 'ended')).toMatchObject({ endedBecause: 'risks/RSK-M3 owner' });
    const next = await nextRun('RSK-M3', run);
    expect(await openTask(next.id, 'request')).toMatchObject({ assignee: ids.marta });
  });

  it('When somebody revokes it, it is over', async () => {
    const { run, acceptance } = await accept('RSK-M4');
    const found = await inState(acceptance, 'accepted');
    await changeRecord(engine.store, {
      ...{ register: 'acceptances', id: acceptance, version: found.version, set: { state: 'revoked' } },
      ...{ at: engine.clock.now(), actor: { person: ids.hanna, via: 'login' }, event: 'revoked' },
    });
    await eventually('it has ended', async () => (await engine.store.acceptances.get(acceptance))?.endedAt);
    expect(await engine.store.acceptances.get(acceptance)).toMatchObject({ state: 'revoked' });
    expect(await isTold(run, 'revoked', 1)).toEqual([{ person: ids.lukas, said: 'revoked', by: ids.hanna, again: true }]);
  });

  it('Twenty working days before its time has passed, its owner is asked to judge the risk again; kept, it holds until its day', async () => {
    const { run, acceptance } = await accept('RSK-M8');
    const { validUntil = '' } = await inState(acceptance, 'accepted');
    await passUntil(engine, run, daysBefore(validUntil, 40));
    const review = `targetedRiskReview-RSK-M8-${acceptance}`;
    expect(await engine.store.runs.get(review)).toBeUndefined();
    await passUntil(engine, run, daysBefore(validUntil, 20));
    expect(await engine.store.runs.get(review)).toMatchObject({ startedBy: run, subject: { risk: 'RSK-M8', because: acceptance } });
    const reassess = await askedIn(engine, review, 'reassess');
    expect(reassess).toMatchObject({ assignee: ids.lukas });
    const brief = await engine.store.briefs.get(reassess.brief?.id ?? '');
    expect(brief?.facts.slice(0, 3).map(({ label, said: [told] }) => [label.en, told])).toEqual([
      ['Because of', { en: 'Its acceptance ends soon', de: 'Seine Akzeptanz endet bald' }],
      ['Accepted until', validUntil],
      ['Retained because', retain.justification],
    ]);
    await answer(reassess, lukas, { likelihood: 3, consequence: 3, verdict: 'keep', reason: 'It is as it was.' });
    await closedRun(engine, review);
    expect(await engine.store.acceptances.get(acceptance)).toMatchObject({ state: 'accepted' });
    await pass(engine, run, 60 * 86_400_000);
    expect(await inState(acceptance, 'ended')).toMatchObject({ endedBecause: 'expired' });
    expect((await nextRun('RSK-M8', run)).status).toBe('open');
  });

  it('When somebody judges the risk already as its acceptance is about to end, they learn of it, and nobody is asked twice', async () => {
    const { run, acceptance } = await accept('RSK-M9');
    const { validUntil = '' } = await inState(acceptance, 'accepted');
    const subject = { risk: 'RSK-M9', because: 'A new supplier' };
    const { id: open } = await engine.openRun({ process: 'targetedRiskReview', subject, actor: byEngine });
    await passUntil(engine, run, daysBefore(validUntil, 20));
    const told = await eventually('it learns of it', () => engine.store.trail.first({ chain: `run/${open}`, event: 'triggered' }));
    expect(told.data).toMatchObject({ from: run });
    expect(await engine.store.runs.count({ process: 'targetedRiskReview', 'subject.risk': 'RSK-M9' })).toBe(1);
  });

  it('When its time has passed, it ends and is asked for again', async () => {
    const { run, acceptance } = await accept('RSK-M6');
    await pass(engine, run, 370 * 86_400_000);
    expect(await inState(acceptance, 'ended')).toMatchObject({ endedBecause: 'expired' });
    expect((await nextRun('RSK-M6', run)).status).toBe('open');
    expect(await isTold(run, 'expired', 2)).toEqual(toBoth({ said: 'expired', again: true }));
  });

  it('When the run is cancelled, the acceptance is over and nobody is asked again', async () => {
    const { run, acceptance } = await accept('RSK-M7');
    await cancelRun(engine, run);
    await closedRun(engine, run);
    expect(await inState(acceptance, 'ended')).toMatchObject({ endedBecause: 'ended' });
    expect(await engine.store.runs.count({ process: 'riskAcceptance', 'subject.risk': 'RSK-M7' })).toBe(1);
    expect(await isTold(run, 'cancelled', 2)).toEqual(toBoth({ said: 'cancelled', again: false }));
  });

  it('When the name changes, it stands', async () => {
    const { run, acceptance } = await accept('RSK-M5');
    await change('RSK-M5', { name: 'The same secret by another name' });
    await change('RSK-M5', { nextReview: '2027-03-01' });
    expect(await engine.store.acceptances.get(acceptance)).toMatchObject({ state: 'accepted' });
    const stored = await engine.store.runs.get(run);
    if (stored === undefined) throw new Error('the run is gone');
    const [g3] = await gatesOf(engine.store, stored, ['G3'], '2026-11-26');
    expect(g3?.detail).not.toContain('RSK-M5');
  });
});

const daysBefore = (day: string, days: number): string => new Date(Date.parse(`${day}T12:00:00.000Z`) - days * 86_400_000).toISOString();

/** Whole months from today; both are days of the owner's site. */
async function monthsTo(day: string | undefined): Promise<number> {
  const { dayOf } = calendarOf(await settingsNow(engine.store), await engine.store.people.get(ids.lukas));
  const [a, b] = [dayOf(engine.clock.now()), day ?? ''].map((text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)));
  return (b ?? 0) - (a ?? 0);
}
