import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Measure } from '../../domain/records/measurement.ts';
import { gatesOf } from '../../models/gates.ts';
import { changeRecord } from '../../models/registers.ts';
import { textsOf } from '../../models/trail.ts';
import { definition } from '../../workflows/objectives/definition.ts';
import { closedRun } from '../support/answers.ts';
import { answered, answerTask, person } from '../support/asked.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';

let engine: SkippingEngine;
beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, ['RSK-001']);
});
afterAll(() => engine.stop());

const hanna = person(ids.hanna, 'ismsManager');
const tove = person(ids.tove, 'topManagement');
const lukas = person(ids.lukas);
const marta = person(ids.marta);

const open = async (process: string, period: string): Promise<string> =>
  (await engine.openRun({ process, subject: { period }, actor: byEngine })).id;

const answer = (run: string, task: string, by: typeof hanna, outcome: object, attempt = 1) =>
  answered(engine, { run, task, attempt }, by, outcome);

const phishing = {
  ...{ name: 'Reported test mails', method: 'Reported of sent, by the mail gateway.', source: 'asked', unit: '%', every: 'quarter' },
  ...{ target: 60, direction: 'atLeast', measurer: ids.lukas, analyst: ids.marta },
};
const onTime = { ...phishing, name: 'Tasks on time', method: 'By the first date.', source: 'onTime', target: 90 };
const objective = {
  ...{ name: 'Everybody recognizes phishing', work: 'Four campaigns.', resources: 'Two days a quarter.' },
  ...{ responsible: ids.martin, due: '2027-12-31', judgedBy: 'By the share of reported test mails.' },
};

describe('objectives', () => {
  let run: string;

  it('When they are proposed, top management decides on them, and returned they were never in force', async () => {
    run = await open('objectives', '2027');
    await answer(run, 'propose', hanna, { results: [], objectives: [objective], measures: [phishing], note: 'The policy and last year.' });
    const approve = await answer(run, 'approve', tove, { decision: 'return', reason: 'And our own dates?' });
    expect(approve).toMatchObject({ assignee: ids.tove, barred: [ids.hanna] });
    const again = { results: [], objectives: [objective], measures: [phishing, onTime], note: 'With our own dates.' };
    await answer(run, 'propose', hanna, again, 2);
    await answer(run, 'approve', tove, { decision: 'approve', reason: 'Good.' }, 2);
    await answer(run, 'communicate', hanna, { told: 'All staff, in the town hall.' });
    expect(await closedRun(engine, run)).toMatchObject({ outcome: 'complete' });
    const states = (await engine.store.objectives.find({}, { sort: { _id: 1 } })).map(({ status }) => status);
    expect(states).toEqual(['withdrawn', 'active']);
    expect(await engine.store.measures.find({ status: 'active' }, { sort: { _id: 1 } })).toMatchObject([
      { source: 'asked' },
      { source: 'onTime' },
    ]);
  });

  it('When drafts came by import, the next proposal takes up those that say everything, and approved they are in force', async () => {
    const next = await open('objectives', '2028');
    const change = { at: engine.clock.now(), actor: byEngine, event: 'imported' };
    const draft = { ...objective, status: 'draft' } as const;
    await changeRecord(engine.store, { ...change, register: 'objectives', id: 'OBJ-80', set: { ...draft, name: 'Said in full' } });
    await changeRecord(engine.store, {
      ...change,
      register: 'objectives',
      id: 'OBJ-81',
      set: { ...draft, name: 'Half said', resources: '' },
    });
    const measure = { ...phishing, status: 'draft' } as unknown as Omit<Measure, 'id' | 'version' | 'updatedAt'>;
    await changeRecord(engine.store, { ...change, register: 'measures', id: 'MSR-80', set: { ...measure, name: 'From the workbook' } });
    const nothingMore = { results: [], objectives: [], measures: [], note: 'What was in the workbook.' };
    await answer(next, 'propose', hanna, nothingMore);
    const states = async () => [
      ...(await engine.store.objectives.find({ id: { $in: ['OBJ-80', 'OBJ-81'] } }, { sort: { _id: 1 } })).map(({ status }) => status),
      (await engine.store.measures.get('MSR-80'))?.status,
    ];
    await answer(next, 'approve', tove, { decision: 'return', reason: 'By when?' });
    await answer(next, 'propose', hanna, nothingMore, 2);
    expect(await states()).toEqual(['draft', 'draft', 'draft']);
    await answer(next, 'approve', tove, { decision: 'approve', reason: 'Good.' }, 2);
    await answer(next, 'communicate', hanna, { told: 'All staff, by mail.' });
    await closedRun(engine, next);
    expect(await states()).toEqual(['active', 'draft', 'active']);
    await changeRecord(engine.store, { ...change, register: 'measures', id: 'MSR-80', version: 3, set: { status: 'retired' } });
  });

  it('G8, G9: what is active with a field left empty fails the gate, however it came in; a form does not even take it', async () => {
    const shape = definition.tasks.propose.outcome;
    const proposed = {
      results: [],
      objectives: [{ ...objective, resources: '' }],
      measures: [{ ...phishing, analyst: ids.lukas }],
      note: 'Both.',
    };
    const paths = (shape.safeParse(proposed).error?.issues ?? []).map(({ path }) => path.join('.'));
    expect(paths).toEqual(['objectives.0.resources', 'measures.0.analyst']);
    const found = await engine.store.runs.get(run);
    if (found === undefined) throw new Error('there is such a run');
    const gates = async () => (await gatesOf(engine.store, found, ['G8', 'G9'], '2027-03-01')).map(({ passed }) => passed);
    expect(await gates()).toEqual([true, true]);
    const change = { at: engine.clock.now(), actor: byEngine, event: 'created' };
    await changeRecord(engine.store, {
      ...change,
      register: 'objectives',
      id: 'OBJ-900',
      set: { ...objective, resources: '', status: 'active' },
    });
    await changeRecord(engine.store, {
      ...{ ...change, register: 'measures', id: 'MSR-900' },
      set: { ...phishing, analyst: ids.lukas, status: 'active' } as never,
    });
    expect(await gates()).toEqual([false, false]);
    await engine.store.objectives.remove({ id: 'OBJ-900' });
    await engine.store.measures.remove({ id: 'MSR-900' });
  });
});

describe('measurement', () => {
  it('When a quarter is over, a value is asked of whoever measures, another person analyses, and what is computed needs nobody', async () => {
    const run = await open('measurement', '2027-Q2');
    const collect = await answer(run, 'collect', lukas, { value: 72, evidence: 'Gateway report of 31 March.' });
    expect(collect).toMatchObject({ assignee: ids.lukas, answer: 'link' });
    const asked = await eventually('both analyses', async () => {
      const tasks = await engine.store.tasks.find({ run, task: 'analyse' }, { sort: { about: 1 } });
      return tasks.length === 2 && tasks;
    });
    expect(asked.map(({ assignee, barred }) => [assignee, barred])).toEqual([
      [ids.marta, [ids.lukas]],
      [ids.marta, []],
    ]);
    for (const task of asked) await answerTask(engine, task, marta, { analysis: 'As it should be.', response: 'none' });
    await answer(run, 'report', hanna, { summary: 'All on target.' });
    expect(await closedRun(engine, run)).toMatchObject({ outcome: 'complete' });
    const values = await engine.store.measurements.find({ run }, { sort: { _id: 1 } });
    expect(values).toMatchObject([
      { period: '2027-Q1', value: 72, onTarget: true, analysedBy: { person: ids.marta } },
      { period: '2027-Q1', value: 100, onTarget: true, collectedBy: { person: 'engine' } },
    ]);
    expect(await engine.store.nonconformities.count({ 'source.kind': 'offTarget' })).toBe(0);
  });

  it('When a value is off its target a corrective action is proposed; the second time in a row it starts by itself', async () => {
    for (const [period, value] of [
      ['2027-Q3', 40],
      ['2027-Q4', 45],
    ] as const) {
      const run = await open('measurement', period);
      await answer(run, 'collect', lukas, { value, evidence: 'Gateway report.' });
      const tasks = await eventually('both analyses', async () => {
        const found = await engine.store.tasks.find({ run, task: 'analyse' }, { sort: { about: 1 } });
        return found.length === 2 && found;
      });
      for (const [n, task] of tasks.entries())
        await answerTask(engine, task, marta, { analysis: 'Too few.', response: n === 0 && period === '2027-Q3' ? 'correct' : 'watch' });
      await answer(run, 'report', hanna, { summary: 'Phishing is off.' });
      await closedRun(engine, run);
    }
    const candidates = await engine.store.nonconformities.find({ 'source.kind': 'offTarget' }, { sort: { _id: 1 } });
    expect(candidates.map(({ title }) => title)).toEqual([
      'Reported test mails: off target in 2027-Q2',
      'Reported test mails: off target in 2027-Q3',
    ]);
    const [first, second] = candidates.map(({ id }) => id);
    expect(await engine.store.proposals.find({ process: 'correctiveAction' })).toMatchObject([{ about: first, status: 'open' }]);
    expect(await engine.store.runs.get(`correctiveAction-${second}`)).toMatchObject({ status: 'open' });
    expect(await engine.store.runs.get(`correctiveAction-${first}`)).toBeUndefined();
  });

  it('When the proposal is declined, what it was about is no candidate any more, and its trail says why', async () => {
    const proposal = await engine.store.proposals.first({ process: 'correctiveAction' });
    const declined = { decision: 'decline', reason: 'The gateway was away for two weeks.' };
    await answer(`proposal-${proposal?.id}`, 'decide', hanna, declined);
    expect(await closedRun(engine, `proposal-${proposal?.id}`)).toMatchObject({ outcome: 'complete' });
    expect(await engine.store.nonconformities.get(proposal?.about ?? '')).toMatchObject({ status: 'declined' });
    const chain = `nonconformities/${proposal?.about}`;
    const [entry] = await engine.store.trail.find({ chain, event: 'declined' });
    expect(entry).toMatchObject({ actor: { person: ids.hanna } });
    expect(entry && (await textsOf(engine.store, entry))).toEqual({ why: declined.reason });
  });

  it('When there is no value, the gap stands with its reason', async () => {
    const run = await open('measurement', '2028-Q1');
    await answer(run, 'collect', lukas, { gap: 'The gateway was replaced.', evidence: 'Ticket 4711.' });
    const value = await eventually('the gap', () => engine.store.measurements.first({ run, gap: 'The gateway was replaced.' }));
    expect(value.value).toBeUndefined();
    expect(value.onTarget).toBeUndefined();
  });
});
