import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Audit } from '../../domain/records/audit.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { verifyChain } from '../../models/chain.ts';
import { changeRecord } from '../../models/registers.ts';
import { cancelRun, closedRun } from '../support/answers.ts';
import { answered, answerTask, askedIn, person, sentencesOf } from '../support/asked.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';

let engine: SkippingEngine;
/** The programme is for the coming year. */
let year: number;

const hanna = person(ids.hanna, 'ismsManager');
const tove = person(ids.tove, 'topManagement');
const martin = person(ids.martin, 'auditProgrammeManager');
const lukas = person(ids.lukas, 'processOwner');
const marta = person(ids.marta, 'auditor');

beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, ['RSK-001']);
  await engine.store.people.set(ids.martin, { roles: [{ role: 'auditProgrammeManager' }] });
  await engine.store.people.set(ids.marta, { roles: [{ role: 'auditor' }] });
  await control('CTL-001', ids.lukas, ['8.13']);
  await control('CTL-002', ids.martin, ['5.15']);
  year = Number(engine.now().slice(0, 4)) + 1;
});
afterAll(() => engine.stop());

const control = (id: string, owner: string, annexA: string[]) =>
  changeRecord(engine.store, {
    ...{ register: 'controls', id, at: engine.clock.now(), actor: byEngine, event: 'created' },
    set: { name: `Control ${id}`, kind: 'technological', description: '', owner, status: 'implemented', effectiveness: 'untested', annexA },
  });

const answer = (run: string, task: string, by: typeof hanna, outcome: object, attempt = 1) =>
  answered(engine, { run, task, attempt }, by, outcome);

/** The task about one of several records. */
const askedAbout = (run: string, task: string, about: string, attempt = 1): Promise<Task> =>
  eventually(`${task} is asked about ${about}`, () => engine.store.tasks.first({ run, task, about, attempt }));
const answerAbout = async (run: string, task: string, about: string, by: typeof hanna, outcome: object, attempt = 1) =>
  answerTask(engine, await askedAbout(run, task, about, attempt), by, outcome);

const audit = async (id: string): Promise<Audit> => {
  const found = await engine.store.audits.get(id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};
const finding = async (id: string) => (await engine.store.auditFindings.get(id)) ?? {};
const daysOn = (days: number) => new Date(Date.parse(engine.now()) + days * 86_400_000).toISOString();
const dayIn = (days: number) => daysOn(days).slice(0, 10);
const sentences = (task: Task, outcome: object) => sentencesOf(engine, task, outcome);

const planned = (title: string, from: string, clauses: string[], annexA: string[]) => ({
  ...{ title, reason: 'It failed last year.', from, clauses, annexA, sites: ['head-office'], area: 'Backups', owner: ids.lukas },
});
const programme = () => ({
  objectives: 'Show that restores work.',
  arrangements: 'Interviews and samples; two weeks of notice.',
  planned: [planned('Backups', `${year}-03-09`, ['8'], ['8.13']), planned('Access', `${year}-10-04`, ['9'], ['5.15'])],
});
const fixed = (lead: string, more: object = {}) => ({
  ...{ objective: 'Are restores tested?', criteria: 'ISO/IEC 27001:2022, our backup rule.', clauses: ['8'], annexA: ['8.13'] },
  ...{ sites: ['head-office'], areas: [{ name: 'Backups', owner: ids.lukas }], methods: ['interview', 'sampling'] },
  ...{ from: `${year}-03-09`, to: `${year}-03-10`, lead, team: [], impartiality: 'Marta works elsewhere and has audited before.' },
  ...more,
});

describe('an audit programme', () => {
  const run = () => `auditProgramme-${year}`;

  it('When the programme manager drafts it, top management sees what it leaves out and returns it once', async () => {
    await engine.openRun({ process: 'auditProgramme', subject: { period: String(year) }, actor: byEngine });
    const draft = await askedIn(engine, run(), 'draft');
    expect(draft).toMatchObject({ assignee: ids.martin });
    const wrong = { ...programme(), planned: [planned('Backups', `${year + 1}-03-09`, [], ['9.99'])] };
    expect(await sentences(draft, wrong)).toEqual([
      'outcome.planned.0.annexA: Annex A has no control 9.99.',
      `outcome.planned.0.from: The day lies outside of ${year}.`,
    ]);
    expect(await sentences(draft, programme())).toEqual([]);
    await answerTask(engine, draft, martin, { ...programme(), planned: programme().planned.slice(0, 1) });
    const approval = await answer(run(), 'approve', tove, { decision: 'return', reason: 'Nobody looks at access.' });
    expect(approval).toMatchObject({ assignee: ids.tove, approval: true, barred: [ids.martin] });
    const { facts = [] } = (await engine.store.briefs.get(approval.brief?.id ?? '')) ?? {};
    const said = (label: string) => facts.find((one) => one.label.en === label)?.said;
    expect(said('Clauses that no audit looks at')).toEqual(['4, 5, 6, 7, 9, 10']);
    expect(said('Needed controls that nobody has looked at in three years')).toEqual(['A.5.15']);
  });

  it('When it is approved, its audits stand in the register', async () => {
    await answer(run(), 'draft', martin, programme(), 2);
    await answer(run(), 'approve', tove, { decision: 'approve', reason: 'Both matter.' }, 2);
    const audits = await eventually('the audits', async () => {
      const found = await engine.store.audits.find({ programme: 'AUP-001' });
      return found.length === 2 ? found : undefined;
    });
    expect(audits.map(({ id, title, from, status }) => [id, title, from, status])).toEqual([
      ['AUD-001', 'Backups', `${year}-03-09`, 'planned'],
      ['AUD-002', 'Access', `${year}-10-04`, 'planned'],
    ]);
    expect(await engine.store.auditProgrammes.get('AUP-001')).toMatchObject({ status: 'active', approvedBy: { person: ids.tove } });
    expect(await verifyChain(engine.store, 'auditProgrammes/AUP-001')).toEqual([]);
  });
});

describe('an audit', () => {
  const run = 'internalAudit-AUD-001';

  it('When its day comes near, it opens, and nobody who owns what is audited may be named; sent past the form, it is asked again', async () => {
    await engine.sleepUntil(`${year}-02-08T09:00:00.000Z`);
    const fix = await askedIn(engine, run, 'fix');
    expect(fix).toMatchObject({ assignee: ids.martin, answer: 'login' });
    expect(await sentences(fix, fixed(ids.lukas))).toEqual([
      'outcome.lead: Lukas Wendt answers for the audited area “Backups”: nobody audits their own work. Name somebody else.',
    ]);
    expect(await sentences(fix, fixed(ids.marta, { team: [{ auditor: ids.hanna }] }))).toEqual([
      'outcome.team.0.auditor: Hanna Vogt runs the ISMS that is audited: nobody audits their own work. Name somebody else.',
    ]);
    expect(await sentences(fix, fixed(ids.marta, { criteria: '', annexA: [], clauses: [] }))).toEqual([
      'outcome.criteria: An audit needs criteria.',
      'outcome.areas: An audit needs a scope: clauses or controls, and the areas with their owners.',
    ]);
    expect(await sentences(fix, fixed(ids.marta))).toEqual([]);
    await answerTask(engine, fix, martin, fixed(ids.lukas));
    const again = await askedIn(engine, run, 'fix', 2);
    expect((await audit('AUD-001')).status).toBe('planned');
    const brief = await engine.store.briefs.get(again.brief?.id ?? '');
    expect(JSON.stringify(brief?.facts)).toContain('nobody audits their own work');
    await answerTask(engine, again, martin, fixed(ids.marta));
  });

  it('The plan goes to whoever is audited; the fieldwork begins on its day', async () => {
    const plan = await answer(run, 'sendPlan', marta, { agenda: 'Monday 9:00, server room.' });
    expect(plan).toMatchObject({ assignee: ids.marta });
    expect(new Set(plan.barred)).toEqual(new Set([ids.lukas, ids.hanna]));
    const received = await answer(run, 'receivePlan', lukas, { note: 'I shall be there.' });
    expect(received).toMatchObject({ assignee: ids.lukas });
    await answer(run, 'prepare', marta, { checklist: 'Who tests? How often?', samples: 'Three systems.' });
    expect(await engine.store.tasks.count({ run, task: 'fieldwork' })).toBe(0);
    await engine.sleepUntil(`${year}-03-09T09:00:00.000Z`);
    await answer(run, 'fieldwork', marta, { evidence: 'Two of three systems were never restored.' });
    const draft = await askedIn(engine, run, 'draft');
    const found = (grade: string, criterion: string, owner: string, more: object = {}) => ({
      ...{ criterion, evidence: `Seen: ${criterion}.`, grade, owner },
      ...more,
    });
    const findings = [
      found('major', 'Restores are tested monthly', ids.lukas, { risk: 'RSK-001' }),
      found('minor', 'Backups are labelled', ids.lukas),
      found('opportunity', 'Restores could be tested by a script', ids.martin),
      found('observation', 'The room is tidy', ids.lukas),
    ];
    expect(await sentences(draft, { findings: [found('minor', 'No', ids.marta, { risk: 'RSK-9' })], impression: 'So so.' })).toEqual([
      'outcome.findings.0.owner: Whoever audits does not answer for what was found.',
      'outcome.findings.0.risk: There is no risk RSK-9.',
    ]);
    await answerTask(engine, draft, marta, { findings, impression: 'It works but for restores.' });
  });

  it('The audited side checks the facts: one finding comes back, is changed and checked again, one is taken back, one stands', async () => {
    const wrong = (response: string) => ({ facts: 'wrong', response });
    const right = { facts: 'right', response: 'So it was.' };
    await answerAbout(run, 'check', 'FND-001', lukas, wrong('Two of four, not of three.'));
    await answerAbout(run, 'reconsider', 'FND-001', marta, {
      ...{ decision: 'changed', evidence: 'Two of four systems were never restored.', reason: 'I had missed one.' },
    });
    await answerAbout(run, 'check', 'FND-001', lukas, right, 2);
    await answerAbout(run, 'check', 'FND-002', lukas, wrong('The labels are inside.'));
    await answerAbout(run, 'reconsider', 'FND-002', marta, { decision: 'withdrawn', reason: 'They are.' });
    await answerAbout(run, 'check', 'FND-003', martin, right);
    await answerAbout(run, 'check', 'FND-004', lukas, wrong('It is not tidy.'));
    await answerAbout(run, 'reconsider', 'FND-004', marta, { decision: 'stands', reason: 'Tidy enough.' });
    await askedIn(engine, run, 'deliver');
    expect(await finding('FND-001')).toMatchObject({ status: 'agreed', evidence: 'Two of four systems were never restored.' });
    expect(await finding('FND-002')).toMatchObject({ status: 'withdrawn', reconsidered: 'They are.' });
    expect(await finding('FND-004')).toMatchObject({ status: 'agreed', response: 'It is not tidy.' });
  });

  it('When it is reported, management takes note, the nonconformity has its corrective action, and the opportunity its place in the register', async () => {
    const report = { conclusion: 'conformsInPart', summary: 'Restores need an owner.', others: [{ person: ids.martin }] };
    await answer(run, 'deliver', marta, report);
    const recipients = { [ids.tove]: tove, [ids.lukas]: lukas, [ids.martin]: martin };
    for (const attempt of [1, 2, 3]) {
      const receive = await askedIn(engine, run, 'receive', attempt);
      await answerTask(engine, receive, recipients[receive.assignee] ?? hanna, { read: true });
    }
    const nc = await eventually('the nonconformity', () => engine.store.nonconformities.first({ 'source.subject': 'FND-001' }));
    expect(nc).toMatchObject({ source: { kind: 'audit', run }, owner: ids.lukas, grade: 'major', reportedBy: ids.marta });
    const improvement = await eventually('the improvement', () => engine.store.improvements.first({}));
    expect(improvement).toMatchObject({ id: 'IMP-001', source: 'audit', subject: 'FND-003', owner: ids.martin, status: 'open' });
    expect(await engine.store.runs.get(`correctiveAction-${nc.id}`)).toMatchObject({ startedBy: run });
    const proposal = await eventually('the proposal', () => engine.store.proposals.first({ about: 'RSK-001' }));
    expect(proposal).toMatchObject({ process: 'targetedRiskReview', subject: { risk: 'RSK-001', because: 'FND-001' } });
    expect(await audit('AUD-001')).toMatchObject({ status: 'followUp', conclusion: 'conformsInPart' });
    expect(await engine.store.nonconformities.count({ 'source.kind': 'audit' })).toBe(1);
  });

  it('The audit stays open until the corrective action has closed, and the auditor takes it up again where it is not dealt with', async () => {
    const [first] = await engine.store.nonconformities.find({ 'source.subject': 'FND-001' });
    const action = `correctiveAction-${first?.id}`;
    await answer(action, 'triage', hanna, { decision: 'accept', grade: 'major', reason: 'It matters.' });
    await answer(action, 'contain', lukas, { correction: 'Restored today.', consequences: 'None.' });
    const analysis = { cause: 'No owner.', similarCases: 'None.', removeCause: false, weakness: 'none', reason: 'Restored now.' };
    await answer(action, 'analyse', lukas, analysis);
    await engine.sleepUntil(daysOn(60));
    expect((await engine.store.runs.get(run))?.status).toBe('open');
    await answer(action, 'judge', marta, { effective: 'effective', reason: 'Restored.' });
    await answer(action, 'close', hanna, { ismsChange: 'none', reason: 'The rule is right.' });
    await answerAbout(run, 'followUp', 'FND-001', marta, { verdict: 'again', reason: 'The third system is still untested.' });
    const second = await eventually('the second nonconformity', () =>
      engine.store.nonconformities.first({ 'source.subject': 'FND-001', id: { $ne: first?.id } }),
    );
    await answer(`correctiveAction-${second.id}`, 'triage', hanna, { decision: 'reject', reason: 'It was switched off in May.' });
    await answerAbout(run, 'followUp', 'FND-001', marta, { verdict: 'confirmed', reason: 'It is switched off.' }, 2);
    const closed = await closedRun(engine, run);
    expect(closed).toMatchObject({ outcome: 'complete', gates: [{ gate: 'G10', passed: true }, { gate: 'G15' }] });
    expect(await audit('AUD-001')).toMatchObject({ status: 'closed' });
    expect(await finding('FND-001')).toMatchObject({ status: 'closed', nonconformities: [first?.id, second.id] });
    expect(await verifyChain(engine.store, 'audits/AUD-001')).toEqual([]);
    expect(await verifyChain(engine.store, 'auditFindings/FND-001')).toEqual([]);
  });
});

describe('a programme as the year goes on', () => {
  it('When an audit was not held, its manager says what becomes of it: another day, and then dropped with a reason', async () => {
    await engine.sleepUntil(`${year}-09-10T09:00:00.000Z`);
    await askedIn(engine, 'internalAudit-AUD-002', 'fix');
    await cancelRun(engine, 'internalAudit-AUD-002');
    const account = await askedAbout(`auditProgramme-${year}`, 'account', 'AUD-002');
    expect(account).toMatchObject({ assignee: ids.martin });
    expect(await sentences(account, { decision: 'again', reason: 'Marta was ill.' })).toEqual([
      'outcome.from: Say on which day it is held.',
    ]);
    await answerTask(engine, account, martin, { decision: 'again', from: `${year}-11-22`, reason: 'Marta was ill.' });
    await eventually('the other audit', () => engine.store.audits.first({ insteadOf: 'AUD-002', from: `${year}-11-22` }));
    await engine.sleepUntil(`${year}-10-29T09:00:00.000Z`);
    await askedIn(engine, 'internalAudit-AUD-003', 'fix');
    await cancelRun(engine, 'internalAudit-AUD-003');
    await answerAbout(`auditProgramme-${year}`, 'account', 'AUD-003', martin, { decision: 'drop', reason: 'Access is outsourced now.' });
    await eventually('it is dropped', async () => (await audit('AUD-003')).notHeld === 'Access is outsourced now.');
    expect(await audit('AUD-002')).toMatchObject({ status: 'cancelled', notHeld: 'Marta was ill.' });
  });

  it('When the year comes to its end, the programme of the next one opens by itself, in time for its dates', async () => {
    await engine.sleepUntil(`${year}-11-26T09:00:00.000Z`);
    const next = await eventually('the next programme', () => engine.store.runs.get(`auditProgramme-${year + 1}`));
    expect(next.startedBy).toBe(`auditProgramme-${year}`);
    const draft = await askedIn(engine, next.id, 'draft');
    expect(draft.due.slice(0, 10) < `${year}-12-10`).toBe(true);
    expect(await closedRun(engine, `auditProgramme-${year}`)).toMatchObject({ outcome: 'complete' });
    expect(await engine.store.auditProgrammes.get('AUP-001')).toMatchObject({ status: 'completed' });
  });
});

describe('the gate of impartiality', () => {
  it('When the auditor comes to own what is audited, somebody else is asked from then on, and G10 says so at the end', async () => {
    await changeRecord(engine.store, {
      ...{ register: 'audits', id: 'AUD-050', at: engine.clock.now(), actor: byEngine, event: 'created' },
      set: {
        ...{ title: 'Restores once more', reason: 'Ordered by the board.', from: dayIn(10), clauses: [], annexA: [], sites: [], areas: [] },
        ...{ methods: [], auditors: [], status: 'planned' },
      },
    });
    const { id: run } = await engine.openRun({ process: 'internalAudit', subject: { audit: 'AUD-050' }, actor: byEngine });
    const plan = { clauses: [], annexA: ['8.13'], from: dayIn(10), to: dayIn(11) };
    await answer(run, 'fix', martin, fixed(ids.marta, plan));
    await answer(run, 'sendPlan', marta, { agenda: 'Tuesday.' });
    await answer(run, 'receivePlan', lukas, { note: 'Fine.' });
    await answer(run, 'prepare', marta, { checklist: 'Restores.', samples: 'One.' });
    await control('CTL-003', ids.marta, ['8.13']);
    await engine.sleepUntil(daysOn(15));
    const fieldwork = await answer(run, 'fieldwork', tove, { evidence: 'All restored.' });
    expect(fieldwork).toMatchObject({ assignee: ids.tove });
    expect(fieldwork.barred).toContain(ids.marta);
    await answer(run, 'draft', tove, { findings: [], impression: 'Nothing found.' });
    await answer(run, 'deliver', tove, { conclusion: 'conforms', summary: 'Nothing found.', others: [] });
    await answer(run, 'receive', tove, { read: true });
    await answer(run, 'receive', lukas, { read: true }, 2);
    const closed = await closedRun(engine, run);
    expect(closed).toMatchObject({ outcome: 'complete', gates: [{ gate: 'G10', passed: false }, { passed: true }] });
    expect(closed.gates[0]?.detail).toContain('AUD-050 lead');
    expect(await audit('AUD-050')).toMatchObject({ status: 'closed', conclusion: 'conforms' });
  });
});
