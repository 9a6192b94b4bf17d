import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { annexA } from '../../domain/annexA.ts';
import type { Change } from '../../domain/records/change.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { verifyChain } from '../../models/chain.ts';
import { changeRecord } from '../../models/registers.ts';
import { cancelRun, closedRun } from '../support/answers.ts';
import { answered, answerTask, askedIn, person, sentencesOf } from '../support/asked.ts';
import { addDocument } from '../support/documents.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';

let engine: SkippingEngine;
beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, ['RSK-001', 'RSK-002']);
  await addDocument(engine.store, 'DOC-101', { owner: ids.marta });
});
afterAll(() => engine.stop());

const hanna = person(ids.hanna, 'ismsManager');
const tove = person(ids.tove, 'topManagement');
const martin = person(ids.martin, 'processOwner');
const lukas = person(ids.lukas, 'riskOwner');
const marta = person(ids.marta);

/** Asked for by somebody, and the run in which it is planned. */
async function asked(id: string, requestedBy: string, title: string): Promise<string> {
  await changeRecord(engine.store, {
    ...{ register: 'changes', id, at: engine.clock.now(), actor: byEngine, event: 'requested' },
    set: {
      ...{ title, reason: 'It takes too long.', purpose: title, source: { kind: 'person' }, requestedBy, responsible: requestedBy },
      status: 'requested',
    },
  });
  return (await engine.openRun({ process: 'changePlanning', subject: { change: id }, actor: byEngine })).id;
}

const answer = (run: string, task: string, by: typeof hanna, outcome: object, attempt = 1) =>
  answered(engine, { run, task, attempt }, by, outcome);
const record = async (id: string): Promise<Change> => {
  const found = await engine.store.changes.get(id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};
const sentences = (task: Task, outcome: object) => sentencesOf(engine, task, outcome);
const rowsOf = async ({ brief }: Task, title: string) =>
  (await engine.store.briefs.get(brief?.id ?? ''))?.tables.find((one) => one.title.en === title)?.rows ?? [];
const daysOn = (days: number) => new Date(Date.parse(engine.now()) + days * 86_400_000).toISOString();
const dayIn = (days: number) => daysOn(days).slice(0, 10);
/** Nothing needs any control of Annex A: it is said of each why it is excluded. */
async function excludeAll(): Promise<void> {
  for (const { id } of annexA)
    await changeRecord(engine.store, {
      ...{ register: 'soaDecisions', id, at: engine.clock.now(), actor: byEngine, event: 'decided' },
      set: { applicable: false, justification: 'We have neither.' },
    });
}
const nobodyAsked = async (run: string, task: string, attempt = 1) => {
  expect(await engine.store.tasks.count({ run, task, attempt })).toBe(0);
};

const effect = (more: object = {}) => ({
  ...{
    decision: 'assessed',
    touches: ['soa', 'documents'],
    consequences: 'Reports come faster.',
    integrity: 'The old form stays until then.',
  },
  ...{ resources: 'Two days.', size: 'minor', significant: false, risks: [], reason: 'It is a matter of one form.' },
  ...more,
});
const judgement = { likelihood: 2, consequence: 2, verdict: 'change', reason: 'The new form shows more.' };
const plan = (due: string) => ({
  ...{ steps: 'Write it, show it, use it.', due, communication: 'All teams, by mail.', fallback: 'The old form is kept.' },
});
const rewritten = { what: 'documents', how: 'The rule on reports has version 3.' };

describe('a change that somebody asks for', () => {
  let run: string;

  it('When it is not clear what it is for, it goes back to whoever asked for it, and comes back in their words', async () => {
    run = await asked('CHG-101', ids.martin, 'One form for reports');
    const assess = await answer(run, 'assess', hanna, effect({ decision: 'unclear', reason: 'Which reports?' }));
    expect(assess).toMatchObject({ assignee: ids.hanna, answer: 'link' });
    const request = await askedIn(engine, run, 'request');
    expect(request).toMatchObject({ assignee: ids.martin });
    expect(await record('CHG-101')).toMatchObject({ status: 'requested' });
    await answerTask(engine, request, martin, { purpose: 'Incidents are reported by one form.', reason: 'There are four today.' });
  });

  it('What its effect is answered with is complete: what follows, what keeps the ISMS whole, with what means, which risks', async () => {
    const assess = await askedIn(engine, run, 'assess', 2);
    expect(await sentences(assess, effect({ touches: [], consequences: '', integrity: undefined, resources: undefined }))).toEqual([
      'outcome.touches: A change of the ISMS touches something of it.',
      'outcome.consequences: Say what follows from it.',
      'outcome.integrity: Say what keeps the ISMS whole meanwhile.',
      'outcome.resources: Say with what means, or that none are needed.',
    ]);
    expect(await sentences(assess, effect({ significant: true }))).toEqual([
      'outcome.risks: Name the risks that are to be judged before it is approved.',
    ]);
    expect(await sentences(assess, effect({ touches: ['scope'] }))).toEqual([
      'outcome.size: Scope, policy and criteria are top management’s: such a change is major.',
      'outcome.significant: A change of scope or criteria may change risks: say so, and name them.',
      'outcome.risks: Name the risks that are to be judged before it is approved.',
    ]);
    const right = effect({ significant: true, risks: ['RSK-001'], responsible: ids.lukas });
    expect(await sentences(assess, right)).toEqual([]);
    await answerTask(engine, assess, hanna, right);
  });

  it('When it is significant, its risks are judged before anybody is asked to approve it', async () => {
    const review = 'targetedRiskReview-RSK-001-CHG-101';
    const reassess = await askedIn(engine, review, 'reassess');
    expect(reassess).toMatchObject({ assignee: ids.lukas });
    const occasion = await engine.store.briefs.get(reassess.brief?.id ?? '');
    expect(occasion?.facts[0]?.said).toEqual(['Incidents are reported by one form.']);
    await engine.sleepUntil(daysOn(1));
    await nobodyAsked(run, 'approve');
    await answerTask(engine, reassess, lukas, judgement);
    const approve = await askedIn(engine, run, 'approve');
    expect(approve).toMatchObject({ assignee: ids.hanna, approval: true, answer: 'login' });
    expect(new Set(approve.barred)).toEqual(new Set([ids.martin, ids.lukas]));
    expect((await rowsOf(approve, 'Risks that it may change'))[0]).toEqual([
      ...['RSK-001', 'Secret of RSK-001', { en: 'Low', de: 'Niedrig' }, { en: 'Yes', de: 'Ja' }, 'The new form shows more.'],
    ]);
    expect(await record('CHG-101')).toMatchObject({ status: 'inApproval', reviews: [review], responsible: ids.lukas, run });
  });

  it('Whoever carries it out, asked for it or is nobody’s approver does not approve it', async () => {
    const approve = await askedIn(engine, run, 'approve');
    for (const one of [lukas, martin, marta])
      await expect(answerTask(engine, approve, one, { decision: 'approve', reason: 'Mine.' })).rejects.toThrow();
    expect(await record('CHG-101')).toMatchObject({ status: 'inApproval' });
  });

  it('When it is returned, its effect is judged again, and risks that were judged for it already are not asked about twice', async () => {
    await answer(run, 'approve', hanna, { decision: 'return', reason: 'And the suppliers?' });
    await answer(run, 'assess', hanna, effect({ significant: true, risks: ['RSK-001'], reason: 'They use their own.' }), 3);
    const approve = await askedIn(engine, run, 'approve', 2);
    expect(await engine.store.runs.count({ process: 'targetedRiskReview' })).toBe(1);
    expect(await rowsOf(approve, 'Decided so far')).toEqual([
      [{ en: 'Returned', de: 'Zurückgegeben' }, 'And the suppliers?', 'Hanna Vogt'],
    ]);
  });

  it('When it is put off, it is judged anew on its day, and so are its risks', async () => {
    const approve = await askedIn(engine, run, 'approve', 2);
    expect(await sentences(approve, { decision: 'defer', reason: 'Later.' })).toEqual(['outcome.until: Say until which day to come.']);
    await answerTask(engine, approve, hanna, { decision: 'defer', until: dayIn(40), reason: 'After the audit.' });
    await eventually('it is put off', async () => (await record('CHG-101')).status === 'deferred');
    await engine.sleepUntil(daysOn(20));
    await nobodyAsked(run, 'assess', 4);
    await engine.sleepUntil(daysOn(25));
    const assess = await askedIn(engine, run, 'assess', 4);
    const found = effect({ significant: true, risks: ['RSK-001'], documents: ['DOC-101'], touches: ['soa'] });
    expect(await sentences(assess, { ...found, documents: ['DOC-404'] })).toEqual([
      'outcome.documents: DOC-404 is not in the register documents.',
    ]);
    await answerTask(engine, assess, hanna, found);
    await answer('targetedRiskReview-RSK-001-CHG-101-2', 'reassess', lukas, { ...judgement, verdict: 'keep' });
    await answer(run, 'approve', hanna, { decision: 'approve', reason: 'Now it fits.' }, 3);
    expect(await askedIn(engine, run, 'plan')).toMatchObject({ assignee: ids.lukas });
    expect(await record('CHG-101')).toMatchObject({
      ...{ status: 'approved', approvedBy: { person: ids.hanna }, documents: ['DOC-101'], touches: ['soa', 'documents'] },
    });
    expect(await engine.store.runs.count({ process: 'documentControl' })).toBe(0);
  });

  it('Whoever is responsible plans it and carries it out', async () => {
    const planning = await askedIn(engine, run, 'plan');
    expect(await sentences(planning, plan(dayIn(-3)))).toEqual(['outcome.due: The day is in the past.']);
    await answerTask(engine, planning, lukas, plan(dayIn(30)));
    const implement = await answer(run, 'implement', lukas, { result: 'The form is in use.' });
    expect(implement).toMatchObject({ assignee: ids.lukas });
    expect(implement.due.slice(0, 10) >= dayIn(28)).toBe(true);
  });

  it('Carried out, a new version of each document that it changes is asked for, and the statement is published with what has changed', async () => {
    const draft = await askedIn(engine, 'documentControl-DOC-101-CHG-101', 'draft');
    expect(draft).toMatchObject({ assignee: ids.marta, about: 'DOC-101' });
    const because = (await engine.store.briefs.get(draft.brief?.id ?? ''))?.facts.find(({ label }) => label.en === 'Because of');
    expect(because?.said).toEqual(['CHG-101: Incidents are reported by one form.']);
    expect(await engine.store.runs.get(draft.run)).toMatchObject({ startedBy: run, subject: { document: 'DOC-101', because: 'CHG-101' } });
    const statement = await askedIn(engine, run, 'statement');
    expect(statement).toMatchObject({ assignee: ids.hanna, answer: 'login' });
    expect(await rowsOf(statement, 'Documents that it changes')).toEqual([['DOC-101', 'Rules', { en: 'Nothing', de: 'Nichts' }]]);
    const published = { decision: 'publish', reason: 'Reports have one form.' };
    expect(await sentences(statement, published)).toEqual([
      'outcome.decision: The statement cannot be published like this: 93 lines have no reason (A.5.1, A.5.2, A.5.3, A.5.4, A.5.5, A.5.6, A.5.7, A.5.8, A.5.9, A.5.10, …).',
    ]);
    expect(await sentences(statement, { decision: 'asItIs', reason: 'No line is another.' })).toEqual([]);
    await answerTask(engine, statement, hanna, published); // past the form: it is asked again
    const again = await askedIn(engine, run, 'statement', 2);
    expect(await engine.store.soaVersions.count({})).toBe(0);
    await excludeAll();
    expect(await sentences(again, published)).toEqual([]);
    await answerTask(engine, again, hanna, published);
    expect(await eventually('it is published', () => engine.store.soaVersions.get('SOA-1'))).toMatchObject({
      ...{ note: 'Reports have one form.', publishedBy: { person: ids.hanna } },
    });
    await eventually('it is noted', async () => (await record('CHG-101')).followUp);
    expect(await record('CHG-101')).toMatchObject({ followUp: [{ what: 'soa', how: 'SOA-1: Reports have one form.' }] });
    expect(await verifyChain(engine.store, 'soaVersions/SOA-1')).toEqual([]);
  });

  it('It is looked at when it has shown what it does; what cannot stay so goes back to the plan', async () => {
    await engine.sleepUntil(daysOn(3));
    await nobodyAsked(run, 'review');
    await engine.sleepUntil(daysOn(20));
    const review = await askedIn(engine, run, 'review');
    expect(review).toMatchObject({ assignee: ids.hanna, answer: 'login', barred: [ids.lukas] });
    await expect(answerTask(engine, review, lukas, { effects: 'asIntended', followUp: [rewritten], reason: 'Fine.' })).rejects.toThrow();
    const bad = { effects: 'notAcceptable', followUp: [], reason: 'Porto cannot open it.' };
    expect(await sentences(review, bad)).toEqual(['outcome.unintended: Say what nobody had intended.']);
    await answerTask(engine, review, hanna, { ...bad, unintended: 'Porto reports nothing.' });
    const again = await askedIn(engine, run, 'plan', 2);
    expect(await rowsOf(again, 'Looked back at before')).toMatchObject([
      [{ en: 'Not acceptable' }, 'Porto reports nothing.', bad.reason, 'Hanna Vogt'],
    ]);
    await answerTask(engine, again, lukas, plan(dayIn(10)));
    await answer(run, 'implement', lukas, { result: 'Porto has it too.' }, 2);
  });

  it('When it is carried out once more, whoever writes the document learns of it, and the statement may stand as it is', async () => {
    const writing = 'run/documentControl-DOC-101-CHG-101';
    const told = await eventually('it is told', () => engine.store.trail.first({ chain: writing, event: 'triggered' }));
    expect(told.data).toMatchObject({ from: run });
    expect(await engine.store.runs.count({ process: 'documentControl' })).toBe(1);
    await answer(run, 'statement', hanna, { decision: 'asItIs', reason: 'No line is another.' }, 3);
    await eventually('it is noted', async () => (await record('CHG-101')).followUp?.length === 2);
    expect(await engine.store.soaVersions.count({})).toBe(1);
  });

  it('It is closed when all that it touches is followed up, each with a sentence', async () => {
    await engine.sleepUntil(daysOn(20));
    const review = await askedIn(engine, run, 'review', 2);
    expect(await sentences(review, { effects: 'asIntended', followUp: [], reason: 'All use it.' })).toEqual([
      'outcome.followUp: Say what became of what it touches: Documents.',
    ]);
    await answerTask(engine, review, hanna, { effects: 'asIntended', followUp: [rewritten], reason: 'All use it.' });
    expect(await closedRun(engine, run)).toMatchObject({ outcome: 'complete', gates: [{ gate: 'G15', passed: true }] });
    const closed = await record('CHG-101');
    expect(closed).toMatchObject({ status: 'closed', implementedBy: ids.lukas, result: 'Porto has it too.' });
    expect(closed.followUp).toEqual([
      { what: 'soa', how: 'SOA-1: Reports have one form.' },
      { what: 'soa', how: 'As it was published: No line is another.' },
      rewritten,
    ]);
    expect(closed.postReviews?.map(({ round, effects }) => [round, effects])).toEqual([
      [1, 'notAcceptable'],
      [2, 'asIntended'],
    ]);
    expect(closed.decisions?.map(({ decision }) => decision)).toEqual(['return', 'defer', 'approve']);
    const judged = await engine.store.assessments.find({ risk: 'RSK-001' }, { sort: { at: 1 } });
    expect(judged.length).toBe(2);
    expect(judged.every(({ at }) => at < (closed.approvedAt ?? ''))).toBe(true);
    expect(await verifyChain(engine.store, 'changes/CHG-101')).toEqual([]);
  });
});

describe('a change that is major, or asked for by whoever would approve it', () => {
  it('When it touches the scope, top management decides, also where it was called minor past the form', async () => {
    const run = await asked('CHG-102', ids.martin, 'Porto belongs to the scope');
    await answer(run, 'assess', hanna, effect({ touches: ['scope'], size: 'minor', risks: ['RSK-002'] }));
    const review = await eventually('the review', () => engine.store.runs.get('targetedRiskReview-RSK-002-CHG-102'));
    await askedIn(engine, review.id, 'reassess');
    await cancelRun(engine, review.id);
    const approve = await askedIn(engine, run, 'approve');
    expect(approve).toMatchObject({ assignee: ids.tove });
    expect(new Set(approve.barred)).toEqual(new Set([ids.martin, ids.hanna]));
    await expect(answerTask(engine, approve, hanna, { decision: 'approve', reason: 'Mine.' })).rejects.toThrow();
  });

  it('When its risks were not judged, it cannot be approved: refused with a sentence, and past the form it comes back', async () => {
    const run = 'changePlanning-CHG-102';
    const approve = await askedIn(engine, run, 'approve');
    const hasty = { decision: 'approve', reason: 'Go on.' };
    expect(await sentences(approve, hasty)).toEqual([
      'outcome.decision: Nobody has judged RSK-002 since this change was proposed: return it.',
    ]);
    await answerTask(engine, approve, tove, hasty);
    await askedIn(engine, run, 'assess', 2);
    const returned = await record('CHG-102');
    expect(returned).toMatchObject({ status: 'assessing', decisions: [{ decision: 'return', reason: 'RSK-002: not judged yet.' }] });
    expect(returned.approvedAt).toBeUndefined();
    await answer(run, 'assess', hanna, effect({ touches: ['scope'], size: 'major', significant: true, risks: ['RSK-002'] }), 2);
    await answer('targetedRiskReview-RSK-002-CHG-102-2', 'reassess', lukas, judgement);
    await answer(run, 'approve', tove, { decision: 'reject', reason: 'Porto is sold.' }, 2);
    expect(await closedRun(engine, run)).toMatchObject({ outcome: 'complete' });
    expect(await record('CHG-102')).toMatchObject({ status: 'rejected' });
    await nobodyAsked(run, 'plan');
  });

  it('When the ISMS manager asked for a minor one, somebody else approves it', async () => {
    const run = await asked('CHG-103', ids.hanna, 'Two reviewers for each rule');
    await answer(run, 'assess', hanna, effect({ responsible: ids.lukas }));
    const approve = await askedIn(engine, run, 'approve');
    expect(approve).toMatchObject({ assignee: ids.tove });
    expect(new Set(approve.barred)).toEqual(new Set([ids.hanna, ids.lukas]));
    expect(await engine.store.runs.count({ process: 'targetedRiskReview', 'subject.because': 'CHG-103' })).toBe(0);
    await cancelRun(engine, run);
    await eventually('it is withdrawn', async () => (await record('CHG-103')).status === 'withdrawn');
  });

  it('When nobody judges its effect, everybody on the ladder is told and a nonconformity is proposed', async () => {
    const run = await asked('CHG-104', ids.martin, 'A quieter alarm');
    await engine.sleepUntil(daysOn(40));
    const assess = await eventually('the last level', async () => {
      const found = await askedIn(engine, run, 'assess');
      return found.level === 3 ? found : undefined;
    });
    expect(assess.rungs.filter(({ level }) => level === 3).map(({ to }) => to)).toEqual([['assignee', 'topManagement']]);
    expect(await engine.store.nonconformities.count({ 'source.run': run })).toBe(1);
    await answerTask(engine, assess, hanna, effect());
    await answer(run, 'approve', hanna, { decision: 'reject', reason: 'It is quiet enough.' });
    expect((await closedRun(engine, run)).gates).toMatchObject([{ gate: 'G15', passed: true }]);
  });
});
