import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Cadence } from '../../domain/records/schedule.ts';
import type { Task } from '../../domain/records/task.ts';
import { verifyChain } from '../../models/chain.ts';
import { changeRecord } from '../../models/registers.ts';
import { answerOnceOpen, cancelRun, closedRun, confirm } from '../support/answers.ts';
import { answerTask, askedIn, person, sentencesOf } from '../support/asked.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';
import { chainsOf, nonconformitiesRead, tasksRead } from '../support/year/reading.ts';

let engine: SkippingEngine;
/** The coming year, its run, and when each planned run opens. */
let year: number;
let run: string;

const hanna = person(ids.hanna, 'ismsManager');
const tove = person(ids.tove, 'topManagement');

beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, ['RSK-001']);
  await schedule('riskReview', { every: 'quarter', openOn: { workingDay: 1 } });
  await schedule('contextReview', { every: 'year', openOn: { workingDay: 2 } });
  await schedule('controlCheck', { every: 'year', openOn: { workingDay: 3 } });
  await schedule('managementReview', { every: 'year', openOn: { workingDay: 1 } }, 'The board is being elected.');
  year = Number(engine.now().slice(0, 4)) + 1;
  run = `pdcaCycle-${year}`;
});
afterAll(() => engine.stop());

const schedule = (id: string, cadence: Cadence, note?: string) =>
  changeRecord(engine.store, {
    ...{ register: 'schedules', id, at: engine.clock.now(), actor: byEngine, event: 'created' },
    set: { process: id, cadence, since: '2026-01-01', waived: [], paused: note !== undefined, ...(note !== undefined && { note }) },
  });

const answer = async (task: string, by: typeof hanna, outcome: object, attempt = 1): Promise<Task> => {
  const asked = await askedIn(engine, run, task, attempt);
  await answerTask(engine, asked, by, outcome);
  return asked;
};
const sentences = (task: Task, outcome: object) => sentencesOf(engine, task, outcome);
const planned = async (key: string, process = 'riskReview') => {
  const found = await engine.store.plannedRuns.first({ key, process });
  if (found === undefined) throw new Error(`${process} ${key} is not planned`);
  return found;
};
const stands = (key: string, status: string, process?: string) =>
  eventually(`${process} ${key} is ${status}`, async () => {
    const found = await planned(key, process);
    return found.status === status && found;
  });
const accountFor = (about: string): Promise<Task> =>
  eventually(`it is asked about ${about}`, () => engine.store.tasks.first({ run, task: 'account', about }));
const tablesOf = async ({ brief }: Task) => (await engine.store.briefs.get(brief?.id ?? ''))?.tables ?? [];
const openBySchedule = (process: string, period: string) =>
  engine.openRun({ process, subject: { period }, actor: byEngine, startedBy: `schedules/${process}` });
/** A day on which what was to open two working days after that day has been looked for. */
const later = (day: string, days = 7) =>
  engine.sleepUntil(`${new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)}T12:00:00.000Z`);
const reviewed = async (period: string) => {
  await confirm(engine, `riskReview-${period}`);
  await closedRun(engine, `riskReview-${period}`);
};
const judged = async (period: string) => {
  const { id } = await askedIn(engine, `riskReview-${period}`, 'reassess');
  await answerOnceOpen(engine, id, ids.lukas);
};

const plan = (added: object[]) => ({ priorities: 'The move to the new site.', means: 'Ten days of Hanna.', added });
const halfYear = () => ({ process: 'managementReview', period: `${year}-H1`, opensOn: `${year}-05-04`, reason: 'The board asked for it.' });

describe('the plan of a year', () => {
  it('When the year is planned, it holds what the schedules open; what is added must lie in it and be nothing that opens by itself', async () => {
    await engine.openRun({ process: 'pdcaCycle', subject: { period: String(year) }, actor: byEngine });
    const task = await askedIn(engine, run, 'plan');
    expect(task).toMatchObject({ assignee: ids.hanna, about: 'CYC-001' });
    const [table] = await tablesOf(task);
    expect(table?.rows.map(([, , , key]) => key)).toEqual(
      [`${year}-Q1`, `${year}`, `${year}`, `${year}-Q2`, `${year}-Q3`, `${year}-Q4`].map(String),
    );
    const { facts = [] } = (await engine.store.briefs.get(task.brief?.id ?? '')) ?? {};
    expect(facts.find(({ label }) => label.en.startsWith('Paused'))?.said).toEqual([
      expect.objectContaining({ en: 'Management review: The board is being elected.' }),
    ]);
    const wrong = [
      { ...halfYear(), period: `${year + 1}-H1`, opensOn: `${year - 1}-05-04` },
      { ...halfYear(), process: 'riskReview', period: `${year}-Q2` },
      halfYear(),
      halfYear(),
    ];
    expect(await sentences(task, plan(wrong))).toEqual([
      `outcome.added.0.period: The period lies outside of ${year}.`,
      `outcome.added.0.opensOn: The day lies outside of ${year}.`,
      'outcome.added.1.period: A schedule opens it already.',
      'outcome.added.3.period: This is planned twice.',
    ]);
    expect(await sentences(task, plan([halfYear()]))).toEqual([]);
    await answerTask(engine, task, hanna, plan([]));
  });

  it('When top management returns it, it is planned again; whoever planned does not approve; approved, each run has its window', async () => {
    const approval = await answer('approve', tove, { decision: 'return', reason: 'I want a review in May.' });
    expect(approval).toMatchObject({ assignee: ids.tove, approval: true, answer: 'login', barred: [ids.hanna] });
    await answer('plan', hanna, plan([halfYear()]), 2);
    const again = await askedIn(engine, run, 'approve', 2);
    const [table] = await tablesOf(again);
    expect(table?.rows).toHaveLength(7);
    await answerTask(engine, again, tove, { decision: 'approve', reason: 'Now it is whole.' });
    await eventually('the plan', async () => (await engine.store.plannedRuns.count({ cycle: 'CYC-001' })) === 7);
    expect(await engine.store.cycles.get('CYC-001')).toMatchObject({ status: 'active', approvedBy: { person: ids.tove } });
    const first = await planned(`${year}-Q1`);
    expect(first).toMatchObject({ status: 'planned', ifNeeded: false });
    expect(first.closesBy > first.opensOn).toBe(true);
    expect(await planned(`${year}`, 'controlCheck')).toMatchObject({ ifNeeded: true });
    // Nobody is asked about them yet, so no mail waits until all of them are.
    await eventually('they are watched', () => engine.store.trail.first({ chain: `run/${run}`, event: 'asked' }));
    expect((await engine.store.runs.get(run))?.subjects).toBeUndefined();
    expect(await verifyChain(engine.store, 'cycles/CYC-001')).toEqual([]);
  });
});

describe('the year', () => {
  it('When a run opens as planned it is noted; when one does not, somebody says what becomes of it, and it opens', async () => {
    // Before its day: the clock of these servers may be past it when a sleep returns.
    await openBySchedule('riskReview', `${year}-Q1`);
    await judged(`${year}-Q1`);
    await reviewed(`${year}-Q1`);
    const context = await planned(`${year}`, 'contextReview');
    await later(context.opensOn);
    expect(await stands(`${year}-Q1`, 'opened')).toMatchObject({ run: `riskReview-${year}-Q1` });
    await stands(`${year}`, 'notNeeded', 'controlCheck');
    const account = await accountFor(context.id);
    expect(account).toMatchObject({ assignee: ids.hanna });
    expect(await sentences(account, { decision: 'again', reason: 'Nobody was there.' })).toHaveLength(1);
    await answerTask(engine, account, hanna, { decision: 'open', reason: 'The schedule had been removed.' });
    expect(await stands(`${year}`, 'opened', 'contextReview')).toMatchObject({ run: `contextReview-${year}` });
    expect(await engine.store.runs.get(`contextReview-${year}`)).toMatchObject({ startedBy: run, status: 'open' });
    await cancelRun(engine, `contextReview-${year}`);
  });

  it('When a planned run is left out, the plan says why', async () => {
    const second = await planned(`${year}-Q2`);
    await later(second.opensOn);
    await answerTask(engine, await accountFor(second.id), hanna, { decision: 'drop', reason: 'Nothing has changed since the move.' });
    expect(await stands(`${year}-Q2`, 'waived')).toMatchObject({ waivedBecause: 'Nothing has changed since the move.' });
  });

  it('What was added beside the schedules, the cycle itself has opened', async () => {
    await later(halfYear().opensOn, 1);
    expect(await stands(`${year}-H1`, 'opened', 'managementReview')).toMatchObject({ run: `managementReview-${year}-H1` });
    const opened = await engine.store.runs.get(`managementReview-${year}-H1`);
    expect(opened).toMatchObject({ startedBy: run });
    expect(await engine.store.tasks.count({ run, task: 'account', about: (await planned(`${year}-H1`, 'managementReview')).id })).toBe(0);
    await cancelRun(engine, `managementReview-${year}-H1`);
  });

  it('When a planned run is put off, it opens on its other day', async () => {
    const third = await planned(`${year}-Q3`);
    await later(third.opensOn);
    const day = `${year}-08-09`;
    await answerTask(engine, await accountFor(third.id), hanna, { decision: 'again', from: day, reason: 'Holidays.' });
    expect(await engine.store.runs.get(`riskReview-${year}-Q3`)).toBeUndefined();
    await engine.sleepUntil(`${day}T12:00:00.000Z`);
    await stands(`${year}-Q3`, 'opened');
    await later(day, 30);
    await reviewed(`${year}-Q3`);
  });

  it('When the year comes to its end, the next one is planned, beside what last year was counted to be', async () => {
    await openBySchedule('riskReview', `${year}-Q4`);
    await judged(`${year}-Q4`);
    await reviewed(`${year}-Q4`);
    await later((await planned(`${year}-Q4`)).opensOn);
    const counted = await eventually('the year so far is counted', async () => (await engine.store.cycles.get('CYC-001'))?.report);
    expect(counted.phases.find(({ phase }) => phase === 'do')).toMatchObject({ planned: 4, waived: 1 });
    await engine.sleepUntil(`${year}-12-15T12:00:00.000Z`);
    expect(await eventually('the next cycle', () => engine.store.runs.get(`pdcaCycle-${year + 1}`))).toMatchObject({ startedBy: run });
  });

  it('When it is over, its numbers are what an independent reading of the trail gives, and whoever looks back says what they mean', async () => {
    await engine.sleepUntil(`${year + 1}-01-06T12:00:00.000Z`);
    const task = await askedIn(engine, run, 'report');
    const { report } = (await engine.store.cycles.get('CYC-001')) ?? {};
    expect(report?.phases.map(({ phase, planned: of }) => [phase, of])).toEqual([
      ['plan', 1],
      ['do', 4],
      ['check', 2],
      ['act', 0],
    ]);
    expect(report?.phases.find(({ phase }) => phase === 'do')).toMatchObject({ onTime: 2, late: 1, waived: 1, missing: 0 });
    expect(report?.phases.find(({ phase }) => phase === 'plan')).toMatchObject({ cancelled: 1 });
    expect(report?.phases.find(({ phase }) => phase === 'check')).toMatchObject({ cancelled: 1, notNeeded: 1 });
    // It is counted at the hour at which rungs come: one of that very moment may be in it or not.
    const around = [-10_000, 10_000].map((ms) => new Date(Date.parse(report?.at ?? '') + ms).toISOString());
    const read = await Promise.all(around.map(readFromTheTrail));
    expect(read).toContainEqual({ ...report?.tasks, nonconformities: report?.nonconformities });
    expect(report?.tasks).toMatchObject({ extended: 0, waived: 0 });
    expect(report?.tasks.reminded).toBeGreaterThan(0);
    expect(report?.tasks.late).toBeGreaterThan(0);
    const names = (await tablesOf(task)).map(({ title }) => title.en);
    expect(names).toEqual(['The plan by phases', 'Gates by phases', 'The plan']);
    await answerTask(engine, task, hanna, { learned: 'One review was late.', carriedOver: 'Plan around the holidays.' });
    expect(await closedRun(engine, run)).toMatchObject({ outcome: 'complete' });
    expect(await engine.store.cycles.get('CYC-001')).toMatchObject({ status: 'closed', learned: 'One review was late.' });
    expect(await verifyChain(engine.store, 'cycles/CYC-001')).toEqual([]);
    for (const { id } of await engine.store.plannedRuns.find({ cycle: 'CYC-001' }))
      expect(await verifyChain(engine.store, `plannedRuns/${id}`)).toEqual([]);
  });

  it('When the next year is planned, it is shown what the last one has left', async () => {
    const task = await askedIn(engine, `pdcaCycle-${year + 1}`, 'plan');
    await answerTask(engine, task, hanna, plan([]));
    const approval = await askedIn(engine, `pdcaCycle-${year + 1}`, 'approve');
    const { facts = [] } = (await engine.store.briefs.get(approval.brief?.id ?? '')) ?? {};
    expect(facts.find(({ label }) => label.en === 'What this year was to take up')?.said).toEqual(['Plan around the holidays.']);
  });
});

/** The same numbers from entries alone: who was asked by when, what was sent, and when it was answered. */
async function readFromTheTrail(at: string) {
  const chains = chainsOf(await engine.store.trail.find({ at: { $lte: at } }));
  const span = { from: `${year - 1}-12-31T23:00:00.000Z`, to: `${year}-12-31T22:59:59.999Z`, at };
  return { ...tasksRead(chains, span), nonconformities: nonconformitiesRead(chains, span) };
}
