import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Brief } from '../../domain/records/brief.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Run } from '../../domain/records/run.ts';
import type { Task } from '../../domain/records/task.ts';
import { verifyChain } from '../../models/chain.ts';
import { changeRecord } from '../../models/registers.ts';
import { commandTask } from '../../workflows/engine/messages.ts';
import { closedRun } from '../support/answers.ts';
import { answered, answerTask, askedIn, person, sentencesOf } from '../support/asked.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';

let engine: SkippingEngine;
let year: number;

const hanna = person(ids.hanna, 'ismsManager');
const tove = person(ids.tove, 'topManagement');
const martin = person(ids.martin, 'auditProgrammeManager');
const lukas = person(ids.lukas, 'processOwner');
const everybody = { [ids.hanna]: hanna, [ids.tove]: tove, [ids.martin]: martin, [ids.lukas]: lukas };

beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, ['RSK-001'], { band: 'high', current: { likelihood: 4, consequence: 4 } });
  await engine.store.people.set(ids.martin, { roles: [{ role: 'auditProgrammeManager' }] });
  year = Number(engine.now().slice(0, 4)) + 1;
  await known();
});
afterAll(() => engine.stop());

/** What registers know before the first review: a nonconformity that was dealt with, one that was not, an idea. */
async function known(): Promise<void> {
  const change = { at: engine.clock.now(), actor: byEngine, event: 'created' };
  const nc = { source: { kind: 'complaint' as const }, owner: ids.lukas, proposedAt: engine.clock.now() };
  const verdict = { verdict: 'effective' as const, reason: 'It held.', by: byEngine, at: engine.clock.now(), round: 1 };
  await changeRecord(engine.store, {
    ...{ ...change, register: 'nonconformities', id: 'NC-001' },
    set: { ...nc, title: 'Late answers', status: 'closed', effectiveness: [verdict], closedAt: engine.clock.now() },
  });
  await changeRecord(engine.store, {
    ...{ ...change, register: 'nonconformities', id: 'NC-002' },
    set: { ...nc, title: 'Open doors', status: 'accepted', grade: 'minor' },
  });
  await changeRecord(engine.store, {
    ...{ ...change, register: 'issues', id: 'ISS-001' },
    set: { kind: 'external', name: 'A new law', effect: 'More reports.', relevant: true, status: 'active' },
  });
  await changeRecord(engine.store, {
    ...{ ...change, register: 'objectives', id: 'OBJ-001' },
    set: {
      ...{
        name: 'Fewer open doors',
        work: 'Closers.',
        resources: 'Money.',
        responsible: ids.lukas,
        due: `${year}-12-01`,
        judgedBy: 'A count.',
      },
      status: 'active',
    },
  });
  await changeRecord(engine.store, {
    ...{ ...change, register: 'improvements', id: 'IMP-001' },
    set: { title: 'A quieter room', description: '', source: 'person', owner: ids.lukas, status: 'open', notedAt: engine.clock.now() },
  });
}

const answer = (run: string, task: string, by: typeof hanna, outcome: object, attempt = 1) =>
  answered(engine, { run, task, attempt }, by, outcome);
const askedAbout = (run: string, task: string, about: string, attempt = 1): Promise<Task> =>
  eventually(`${task} is asked about ${about}`, () => engine.store.tasks.first({ run, task, about, attempt }));
const answerAbout = async (run: string, task: string, about: string, by: typeof hanna, outcome: object, attempt = 1): Promise<Task> => {
  const asked = await askedAbout(run, task, about, attempt);
  await answerTask(engine, asked, by, outcome);
  return asked;
};
const confirming = (task: string, do_: 'confirm' | 'return', reason = '') =>
  engine.client.workflow.getHandle(task).executeUpdate(commandTask, {
    args: [do_ === 'confirm' ? { do: do_, by: hanna } : { do: do_, by: hanna, reason }],
  });
const sentences = (task: Task, outcome: object) => sentencesOf(engine, task, outcome);
const briefOf = async ({ brief }: Task): Promise<Brief> => {
  const found = await engine.store.briefs.get(brief?.id ?? '');
  if (found === undefined) throw new Error('nothing was frozen');
  return found;
};
const said = ({ facts }: Brief, label: string) => facts.find((one) => one.label.en === label)?.said;
const rowsOf = ({ tables }: Brief, title: string) => tables.find((one) => one.title.en === title)?.rows ?? [];
const daysOn = (days: number) => new Date(Date.parse(engine.now()) + days * 86_400_000).toISOString();

const run = () => `managementReview-${year}`;
/** Objectives that are set: their run is over. */
const setBefore = (period: string): Run => ({
  ...{ id: `objectives-${period}`, process: 'objectives', key: period, attempt: 1, subject: { period }, period, status: 'closed', seq: 2 },
  ...{ openedAt: engine.clock.now(), openedBy: byEngine, waitingFor: [], settingsVersion: 1, gates: [], definition: 'objectives@1' },
});
const meeting = () => `${year}-10-12`;

describe('a management review', () => {
  it('When it is fixed, somebody of top management is among the participants, else it is refused with a sentence', async () => {
    await engine.sleepUntil(`${year}-08-02T09:00:00.000Z`);
    await engine.openRun({ process: 'managementReview', subject: { period: String(year) }, actor: byEngine });
    const fix = await askedIn(engine, run(), 'fix');
    expect(fix).toMatchObject({ assignee: ids.hanna, answer: 'login' });
    const people = (...some: string[]) => some.map((one) => ({ person: one }));
    const outcome = { day: meeting(), participants: people(ids.hanna), contributors: [{ line: 'e', person: ids.lukas }] };
    expect(await sentences(fix, outcome)).toEqual([
      'outcome.participants: Somebody of top management takes part: without them it is no management review.',
    ]);
    const right = { ...outcome, participants: people(ids.tove, ids.hanna) };
    expect(await sentences(fix, right)).toEqual([]);
    await answerTask(engine, fix, hanna, right);
  });

  it('Twenty working days before, the ten inputs are asked of those who have them, each with what the registers know', async () => {
    await engine.sleepUntil(`${year}-09-15T09:00:00.000Z`);
    const inputs = await eventually('ten inputs', async () => {
      const found = await engine.store.tasks.find({ run: run(), task: 'deliver' });
      return found.length === 10 ? found : undefined;
    });
    const records = await engine.store.reviewInputs.find({}, { sort: { _id: 1 } });
    expect(records.map(({ line, owner }) => [line, owner])).toEqual(
      ['a', 'b', 'c', 'd1', 'd2', 'd3', 'd4', 'e', 'f', 'g'].map((line) => [line, { d3: ids.martin, e: ids.lukas }[line] ?? ids.hanna]),
    );
    const of = (line: string) => inputs.find(({ about }) => about === records.find((one) => one.line === line)?.id) as Task;
    const nonconformities = await briefOf(of('d1'));
    expect(said(nonconformities, 'd1) Effective at the first look')).toEqual(['100 % (1/1)']);
    expect(said(nonconformities, 'd1) Open: up to 30 / 31 to 90 / over 90 days')).toEqual(['0 / 0 / 1']);
    expect(rowsOf(nonconformities, 'd1) Open nonconformities').map(([id, title]) => [id, title])).toEqual([['NC-002', 'Open doors']]);
    expect(rowsOf(await briefOf(of('f')), 'f) Risks by band')[1]?.[1]).toBe('1');
    expect(rowsOf(await briefOf(of('g')), 'g) Chances to improve')[0]?.[0]).toBe('IMP-001');
    expect(said(await briefOf(of('d2')), 'd2) Measured values')).toEqual([
      expect.objectContaining({ en: expect.stringContaining('asked of people') }),
    ]);
    expect(said(await briefOf(of('d4')), 'd4) Objectives pursued / achieved / not achieved')).toEqual(['1 / 0 / 0']);
    expect(rowsOf(await briefOf(of('b')), 'b) Shifts in issues').map(([id, name]) => [id, name])).toEqual([['ISS-001', 'A new law']]);
    expect(await sentences(of('a'), { says: 'content' })).toEqual([
      'outcome.text: Say it here, or say that there is nothing and no change.',
    ]);
    expect(await sentences(of('a'), { says: 'nothing' })).toEqual([]);
    for (const line of ['a', 'b', 'c', 'd1', 'd2', 'd3', 'd4', 'f', 'g'])
      await answerTask(
        engine,
        of(line),
        everybody[of(line).assignee] ?? hanna,
        line === 'a' ? { says: 'nothing' } : { says: 'content', text: `What ${line} has to say.` },
      );
  });

  it('When somebody is silent, the pack is issued all the same and says so; it is frozen as one', async () => {
    await engine.sleepUntil(`${year}-10-01T09:00:00.000Z`);
    await answer(run(), 'pack', hanna, { packNote: 'Feedback is still missing.' });
    const hold = await askedIn(engine, run(), 'hold');
    const pack = await briefOf(hold);
    expect(said(pack, 'e) What interested parties report back')).toEqual([{ en: 'Not delivered yet', de: 'Noch nicht geliefert' }]);
    expect(said(pack, 'a) Where earlier decisions stand')).toEqual([{ en: 'None, and no change', de: 'Nichts, und keine Änderung' }]);
    expect(said(pack, 'd1) Nonconformities and corrective actions')).toEqual(['What d1 has to say.']);
    expect(said(pack, 'd2) Tasks on time, by the date first promised')).toEqual(['91 % (10/11)']);
    expect(rowsOf(pack, 'd2) On time by process').map((row) => row.slice(1))).toEqual([['11', '91 % (10/11)', '0']]);
    const review = await engine.store.managementReviews.get('MR-001');
    expect(review).toMatchObject({ status: 'packIssued', pack: pack.id, since: `${year - 1}-08-02` });
    const late = await engine.store.reviewInputs.first({ line: 'e' });
    await answerAbout(run(), 'deliver', late?.id ?? '', lukas, { says: 'content', text: 'Customers ask for a certificate.' });
  });

  it('When it is put off, it is asked again for the other day with the same pack; without top management it is refused', async () => {
    const hold = await answer(run(), 'hold', tove, { held: 'postponed', day: `${year}-10-19`, attended: [] });
    expect(hold).toMatchObject({ assignee: ids.tove, answer: 'login' });
    const again = await askedIn(engine, run(), 'hold', 2);
    expect(again.brief).toEqual(hold.brief);
    expect(again.due.slice(0, 10)).toBe(`${year}-10-19`);
    const held = (...people: string[]) => ({ held: 'held', day: `${year}-10-19`, attended: people.map((one) => ({ person: one })) });
    expect(await sentences(again, held(ids.hanna))).toHaveLength(1);
    await engine.sleepUntil(`${year}-10-19T10:00:00.000Z`);
    await answerTask(engine, again, tove, held(ids.tove, ids.hanna));
  });

  const decision = (kind: string, text: string, owner: string, starts: string, more: object = {}) => ({
    ...{ kind, text, owner, due: `${year}-11-30`, starts },
    ...more,
  });
  const minutes = (more: object = {}) => ({
    ...{ minutes: 'All ten inputs were looked at.', suitable: 'yes', adequate: 'partly', effective: 'yes' },
    decisions: [
      decision('improvement', 'Answer customers within a day.', ids.lukas, 'action'),
      decision('ismsChange', 'The scope takes in the laboratory.', ids.martin, 'changePlanning'),
      decision('other', 'Doors are closed.', ids.lukas, 'correctiveAction'),
      decision('other', 'Look at the risk of the doors.', ids.lukas, 'targetedRiskReview', { risk: 'RSK-001' }),
      decision('resources', 'Half a person for audits.', ids.tove, 'nothing', { reason: 'Not in this year.' }),
      decision('other', 'Bring the risk of the doors down.', ids.lukas, 'riskTreatment', { risk: 'RSK-001' }),
      decision('improvement', 'Objectives for the coming year.', ids.hanna, 'objectives', { period: String(year + 1) }),
    ],
    ...more,
  });

  it('Both kinds of decision are minuted or reasoned away; the minutes come back once and are approved by another person', async () => {
    const minute = await askedIn(engine, run(), 'minute');
    expect(minute).toMatchObject({ assignee: ids.hanna });
    const bare = minutes({
      decisions: [
        decision('other', 'Nothing else.', ids.lukas, 'nothing'),
        decision('other', 'Doors.', ids.lukas, 'targetedRiskReview'),
        decision('other', 'Doors.', ids.lukas, 'riskTreatment', { risk: 'RSK-9' }),
        decision('other', 'Aims.', ids.hanna, 'objectives'),
        decision('other', 'Aims.', ids.hanna, 'objectives', { period: String(year - 1) }),
      ],
    });
    await engine.store.runs.insert(setBefore(String(year - 1)));
    expect(await sentences(minute, bare)).toEqual([
      'outcome.noImprovement: Decide on an improvement, or say why none is pursued.',
      'outcome.noChange: Decide on a change of the ISMS, or say why there is none.',
      'outcome.decisions.0.reason: Say why nothing follows.',
      'outcome.decisions.1.risk: Say which risk is to be reviewed.',
      'outcome.decisions.2.risk: There is no risk RSK-9.',
      'outcome.decisions.3.period: Say for which period objectives are to be set.',
      `outcome.decisions.4.period: The objectives of ${year - 1} are set already. Say another period.`,
    ]);
    // It has no workflow, and is gone before anybody looks for one.
    await engine.store.runs.remove({ id: `objectives-${year - 1}` });
    expect(await sentences(minute, minutes())).toEqual([]);
    await answerTask(engine, minute, hanna, minutes({ minutes: 'Short.' }));
    const approval = await answer(run(), 'approve', tove, { decision: 'return', reason: 'Who was there?' });
    expect(approval).toMatchObject({ assignee: ids.tove, approval: true, barred: [ids.hanna] });
    expect(rowsOf(await briefOf(approval), 'Decisions').map((row) => row[1])).toEqual(minutes().decisions.map(({ text }) => text));
    await answer(run(), 'minute', hanna, minutes(), 2);
    await answer(run(), 'approve', tove, { decision: 'approve', reason: 'So it was.' }, 2);
  });

  it('Each decision starts what it starts; one is handed back and taken on by somebody else; then the review closes', async () => {
    await answerAbout(run(), 'accept', 'RD-001', lukas, { decision: 'handBack', note: 'I do not speak with customers.' });
    const reassign = await answerAbout(run(), 'reassign', 'RD-001', tove, { owner: ids.martin, due: `${year}-12-10` });
    expect(reassign).toMatchObject({ assignee: ids.tove });
    const second = await answerAbout(run(), 'accept', 'RD-001', martin, { decision: 'accept' }, 2);
    expect(second).toMatchObject({ assignee: ids.martin });
    await answerAbout(run(), 'accept', 'RD-002', martin, { decision: 'accept' });
    await answerAbout(run(), 'accept', 'RD-003', lukas, { decision: 'accept' });
    await answerAbout(run(), 'accept', 'RD-004', lukas, { decision: 'accept' });
    await answerAbout(run(), 'accept', 'RD-006', lukas, { decision: 'accept' });
    await answerAbout(run(), 'accept', 'RD-007', hanna, { decision: 'accept' });
    const closed = await closedRun(engine, run());
    expect(closed).toMatchObject({ outcome: 'complete', gates: [{ gate: 'G11', passed: true }, { gate: 'G15' }] });
    expect(await engine.store.managementReviews.get('MR-001')).toMatchObject({ status: 'closed', attended: [ids.tove, ids.hanna] });
    expect(await engine.store.reviewDecisions.get('RD-005')).toMatchObject({ status: 'done', reason: 'Not in this year.' });
    expect(await engine.store.tasks.count({ run: run(), about: 'RD-005' })).toBe(0);
    const nc = await engine.store.nonconformities.first({ 'source.subject': 'RD-003' });
    expect(nc).toMatchObject({ source: { kind: 'managementReview', run: run() }, owner: ids.lukas });
    expect(await engine.store.reviewDecisions.get('RD-003')).toMatchObject({ started: `correctiveAction-${nc?.id}` });
    expect(await engine.store.runs.get('targetedRiskReview-RSK-001-RD-004')).toMatchObject({ startedBy: run() });
    const change = await engine.store.changes.first({ 'source.subject': 'RD-002' });
    expect(change).toMatchObject({
      ...{
        id: 'CHG-001',
        title: 'The scope takes in the laboratory.',
        status: 'requested',
        requestedBy: ids.martin,
        responsible: ids.martin,
      },
      source: { kind: 'managementReview', run: run() },
    });
    expect(await engine.store.reviewDecisions.get('RD-002')).toMatchObject({ started: 'changePlanning-CHG-001' });
    expect(await engine.store.runs.get('changePlanning-CHG-001')).toMatchObject({ status: 'open', startedBy: run() });
    expect(await askedIn(engine, 'changePlanning-CHG-001', 'request')).toMatchObject({ assignee: ids.martin });
    expect(await engine.store.runs.get('riskTreatment-RSK-001-RD-006')).toMatchObject({ startedBy: run() });
    expect(await engine.store.reviewDecisions.get('RD-006')).toMatchObject({ started: 'riskTreatment-RSK-001-RD-006' });
    expect(await engine.store.runs.get(`objectives-${year + 1}`)).toMatchObject({ status: 'open', startedBy: run() });
    expect(await engine.store.reviewDecisions.get('RD-007')).toMatchObject({ started: `objectives-${year + 1}` });
    expect(await engine.store.proposals.count({ run: run() })).toBe(0);
    expect(await verifyChain(engine.store, 'managementReviews/MR-001')).toEqual([]);
    expect(await verifyChain(engine.store, 'reviewDecisions/RD-001')).toEqual([]);
  });
});

describe('the decisions of a review', () => {
  it('A decision is carried out by its owner and confirmed by another person, who sends it back once', async () => {
    const carryOut = await answer('reviewDecision-RD-001', 'carryOut', martin, { result: 'A rota.' });
    expect(carryOut).toMatchObject({ assignee: ids.martin, confirmer: ids.hanna });
    expect(carryOut.due.slice(0, 10)).toBe(`${year}-12-10`);
    await eventually('it waits for Hanna', async () => (await engine.store.tasks.get(carryOut.id))?.state === 'submitted');
    await confirming(carryOut.id, 'return', 'Does it work on Fridays?');
    await answerTask(engine, carryOut, martin, { result: 'A rota, Fridays too.' });
    await eventually('it waits again', async () => (await engine.store.tasks.get(carryOut.id))?.state === 'submitted');
    await confirming(carryOut.id, 'confirm');
    expect(await closedRun(engine, 'reviewDecision-RD-001')).toMatchObject({ outcome: 'complete' });
    expect(await engine.store.reviewDecisions.get('RD-001')).toMatchObject({ status: 'done', result: 'A rota, Fridays too.' });
  });

  it('A decision that has started a run is done when that has closed', async () => {
    const nc = await engine.store.nonconformities.first({ 'source.subject': 'RD-003' });
    expect(await engine.store.tasks.count({ run: 'reviewDecision-RD-003' })).toBe(0);
    await answer(`correctiveAction-${nc?.id}`, 'triage', hanna, { decision: 'reject', reason: 'Closed by now.' });
    expect(await closedRun(engine, 'reviewDecision-RD-003')).toMatchObject({ outcome: 'complete' });
    expect(await engine.store.reviewDecisions.get('RD-003')).toMatchObject({
      status: 'done',
      result: `correctiveAction-${nc?.id} is closed.`,
    });
  });

  it('What is still open is input a of the next review, beside what was done since', async () => {
    year += 1;
    await engine.sleepUntil(`${year}-01-11T09:00:00.000Z`);
    await engine.openRun({ process: 'managementReview', subject: { period: String(year) }, actor: byEngine });
    const people = [{ person: ids.tove }];
    await answer(run(), 'fix', hanna, { day: `${year}-03-15`, participants: people, contributors: [] });
    await engine.sleepUntil(`${year}-02-20T09:00:00.000Z`);
    const input = await eventually('input a', () => engine.store.reviewInputs.first({ review: 'MR-002', line: 'a' }));
    const brief = await briefOf(await askedAbout(run(), 'deliver', input.id));
    expect(said(brief, 'a) Open decisions')).toEqual(['4']);
    expect(said(brief, 'a) of these late')).toEqual(['4']);
    const rows = rowsOf(brief, 'a) Earlier decisions').map(([id, , , , stands]) => [id, (stands as { en: string }).en]);
    expect(rows.sort()).toEqual([
      ['RD-001', 'Done'],
      ['RD-002', 'Taken on'],
      ['RD-003', 'Done'],
      ['RD-004', 'Taken on'],
      ['RD-005', 'Done'],
      ['RD-006', 'Taken on'],
      ['RD-007', 'Taken on'],
    ]);
    expect(await engine.store.managementReviews.get('MR-002')).toMatchObject({ since: `${year - 1}-10-19` });
  });
});

describe('the gate of the management review', () => {
  it('When inputs, top management and a kind of decision are missing, and nobody was stopped, G11 says which', async () => {
    const inputs = await engine.store.tasks.find({ run: run(), task: 'deliver' });
    const silent = inputs.slice(0, 2);
    for (const task of inputs.slice(2)) await answerTask(engine, task, everybody[task.assignee] ?? hanna, { says: 'nothing' });
    for (const { id } of silent)
      await engine.client.workflow.getHandle(id).executeUpdate(commandTask, {
        args: [{ do: 'waive', by: hanna, reason: 'Nobody knows.', until: `${year}-12-31` }],
      });
    await answer(run(), 'pack', hanna, { packNote: 'Two are missing.' });
    await answer(run(), 'hold', tove, { held: 'held', day: `${year}-03-15`, attended: [{ person: ids.hanna }] });
    const bare = { minutes: 'Short.', suitable: 'yes', adequate: 'yes', effective: 'yes', decisions: [], noImprovement: 'None came up.' };
    await answer(run(), 'minute', hanna, bare);
    await answer(run(), 'approve', tove, { decision: 'approve', reason: 'Fine.' });
    const closed = await closedRun(engine, run());
    expect(closed.gates[0]).toMatchObject({ gate: 'G11', passed: false });
    expect(closed.gates[0]?.detail).toMatch(
      /^4 points are missing in the review: MR-002 input \w+, MR-002 input \w+, MR-002 attendance, MR-002 ismsChange\.$/,
    );
    expect(await engine.store.managementReviews.get('MR-002')).toMatchObject({ status: 'approved' });
    expect(daysOn(0) > `${year}-02-20`).toBe(true);
  });
});
