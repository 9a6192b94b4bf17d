import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Nonconformity } from '../../domain/records/nonconformity.ts';
import { verifyChain } from '../../models/chain.ts';
import { changeRecord } from '../../models/registers.ts';
import { closedRun } from '../support/answers.ts';
import { answered, answerTask, askedIn, person, sentencesOf } from '../support/asked.ts';
import { addDocument } from '../support/documents.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';

let engine: SkippingEngine;
beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, ['RSK-001']);
  await engine.store.people.set(ids.marta, { roles: [{ role: 'riskOwner' }, { role: 'auditor' }] });
});
afterAll(() => engine.stop());

const hanna = person(ids.hanna, 'ismsManager');
const lukas = person(ids.lukas, 'processOwner');
const martin = person(ids.martin);
const marta = person(ids.marta, 'auditor');

/** Reported by a person, and the run in which it is dealt with. */
async function report(id: string, title: string): Promise<string> {
  await changeRecord(engine.store, {
    ...{ register: 'nonconformities', id, at: engine.clock.now(), actor: byEngine, event: 'reported' },
    set: { title, source: { kind: 'audit' }, owner: ids.lukas, proposedAt: engine.clock.now(), status: 'candidate' },
  });
  return (await engine.openRun({ process: 'correctiveAction', subject: { nonconformity: id }, actor: byEngine })).id;
}

const record = async (id: string): Promise<Nonconformity> => {
  const found = await engine.store.nonconformities.get(id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};

const answer = (run: string, task: string, by: typeof hanna, outcome: object, attempt = 1) =>
  answered(engine, { run, task, attempt }, by, outcome);

const accept = { decision: 'accept', grade: 'minor', reason: 'The rule says monthly.' };
const corrected = { correction: 'The restore was tested today.', consequences: 'Nothing was lost.' };
const analysed = {
  ...{ cause: 'Nobody was named for it.', similarCases: 'The other two systems have a name.', removeCause: true },
  ...{ weakness: 'control', risk: 'RSK-001', reason: 'Only one system had no name.' },
};
const planned = (until: string) => ({
  ...{ actions: 'Name an owner; put the test into the calendar.', responsible: ids.martin, until },
  measuredBy: 'Three tests in a row on time.',
});
const daysOn = (days: number) => new Date(Date.parse(engine.now()) + days * 86_400_000).toISOString();
const dayIn = (days: number) => daysOn(days).slice(0, 10);

describe('a nonconformity and its corrective action', () => {
  let run: string;

  it('When it is taken up, its owner corrects it, finds the cause and plans; the ISMS manager returns the plan once', async () => {
    run = await report('NC-001', 'The restore was not tested in May');
    const triage = await answer(run, 'triage', hanna, accept);
    expect(triage).toMatchObject({ assignee: ids.hanna, approval: true, answer: 'login' });
    const correct = await answer(run, 'correct', lukas, corrected);
    expect(correct).toMatchObject({ assignee: ids.lukas, answer: 'link' });
    await answer(run, 'analyse', lukas, analysed);
    await answer(run, 'plan', lukas, planned(dayIn(20)));
    const approval = await answer(run, 'approvePlan', hanna, { decision: 'return', reason: 'Who stands in for Martin?' });
    expect(approval).toMatchObject({ assignee: ids.hanna, barred: [ids.lukas] });
    await answer(run, 'plan', lukas, { ...planned(dayIn(20)), actions: 'Name an owner and a deputy.' }, 2);
    await answer(run, 'approvePlan', hanna, { decision: 'approve', reason: 'Clear.' }, 2);
    expect(await record('NC-001')).toMatchObject({
      ...{ status: 'accepted', grade: 'minor', removesCause: true, responsible: ids.martin },
      ...{ actions: 'Name an owner and a deputy.', correction: corrected.correction, run },
    });
  });

  it('What somebody is asked to approve is frozen: the trail of the task names its digest, and later changes do not move it', async () => {
    const approval = await askedIn(engine, run, 'approvePlan', 1);
    const brief = await engine.store.briefs.get(approval.brief?.id ?? '');
    const said = brief?.facts.find(({ label }) => label.en === 'Planned actions')?.said;
    expect(said).toEqual(['Name an owner; put the test into the calendar.']);
    const opened = await engine.store.trail.first({ chain: `task/${approval.id}`, event: 'opened' });
    expect(opened?.data.brief).toEqual({ id: brief?.id, digest: brief?.digest });
  });

  it('When the cause is a weak control, a targeted review of its risk is proposed, and accepted it starts', async () => {
    const proposal = await eventually('the proposal', () => engine.store.proposals.first({ about: 'RSK-001' }));
    const decide = await askedIn(engine, `proposal-${proposal.id}`, 'decide');
    expect(decide).toMatchObject({ assignee: ids.hanna, about: proposal.id });
    await answerTask(engine, decide, hanna, { decision: 'accept', reason: 'It is worth a look.' });
    const review = await eventually('the review', () => engine.store.runs.first({ process: 'targetedRiskReview' }));
    expect(review.subject).toEqual({ risk: 'RSK-001', because: 'NC-001' });
    expect(await engine.store.proposals.get(proposal.id)).toMatchObject({ status: 'accepted', answer: 'It is worth a look.' });
  });

  it('The very person who was named carries it out, by the day that was planned', async () => {
    const implement = await askedIn(engine, run, 'implement');
    const approved = (await record('NC-001')).actionsDue ?? '';
    expect(implement).toMatchObject({ assignee: ids.martin });
    expect(implement.due >= `${approved}T00:00:00.000Z`).toBe(true);
    await answerTask(engine, implement, martin, { result: 'Named, and in the calendar.' });
  });

  it('When it did not work, it goes back to the plan, twice, and then it is closed; nobody judges their own work', async () => {
    for (const round of [1, 2]) {
      await engine.sleepUntil(daysOn(80));
      const judge = await answer(run, 'judge', marta, { effective: 'ineffective', reason: `Missed again, round ${round}.` }, round);
      expect(judge).toMatchObject({ assignee: ids.marta, answer: 'login' });
      expect(new Set(judge.barred)).toEqual(new Set([ids.lukas, ids.martin]));
      await answer(run, 'plan', lukas, planned(dayIn(15)), round + 2);
      await answer(run, 'approvePlan', hanna, { decision: 'approve', reason: 'Now with a deputy.' }, round + 2);
      await answer(run, 'implement', martin, { result: `Done, round ${round + 1}.` }, round + 1);
    }
    await engine.sleepUntil(daysOn(80));
    await answer(run, 'judge', marta, { effective: 'effective', reason: 'Three in a row.' }, 3);
    await answer(run, 'close', hanna, { ismsChange: 'none', reason: 'The rule was right.' });
    expect(await closedRun(engine, run)).toMatchObject({ outcome: 'complete', gates: [{ gate: 'G12', passed: true }, { passed: true }] });
    const closed = await record('NC-001');
    expect(closed).toMatchObject({ status: 'closed', ismsChange: 'none' });
    expect(closed.effectiveness?.map(({ round, verdict }) => [round, verdict])).toEqual([
      [1, 'ineffective'],
      [2, 'ineffective'],
      [3, 'effective'],
    ]);
    expect(await verifyChain(engine.store, 'nonconformities/NC-001')).toEqual([]);
  });

  it('When it is rejected, that is all, with its reason in the trail', async () => {
    const rejected = await report('NC-102', 'The door was open');
    await answer(rejected, 'triage', hanna, { decision: 'reject', reason: 'The cleaning was inside.' });
    expect(await closedRun(engine, rejected)).toMatchObject({ outcome: 'complete' });
    expect(await record('NC-102')).toMatchObject({ status: 'declined' });
    expect(await engine.store.tasks.count({ run: rejected })).toBe(1);
  });

  it('A major one is contained on the clock, and where the correction is enough another person still sees whether it held', async () => {
    const major = await report('NC-103', 'Backups were readable by all');
    await answer(major, 'triage', hanna, { ...accept, grade: 'major' });
    const contain = await answer(major, 'contain', lukas, corrected);
    expect(contain.rungs.some(({ percent }) => percent === 50)).toBe(true);
    await answer(major, 'analyse', lukas, { ...analysed, removeCause: false, weakness: 'none', risk: undefined });
    await engine.sleepUntil(daysOn(70));
    await answer(major, 'judge', marta, { effective: 'effective', reason: 'Nobody else can read them.' });
    await answer(major, 'close', hanna, { ismsChange: 'change', reason: 'The rule for new stores is missing.' });
    expect(await closedRun(engine, major)).toMatchObject({ outcome: 'complete' });
    expect(await engine.store.proposals.count({ about: 'NC-103' })).toBe(0);
    const change = await engine.store.changes.first({ 'source.subject': 'NC-103' });
    expect(change).toMatchObject({
      ...{ title: 'NC-103: Backups were readable by all', reason: 'The rule for new stores is missing.', requestedBy: ids.hanna },
      ...{ responsible: ids.lukas, source: { kind: 'correctiveAction', run: major }, status: 'requested' },
    });
    expect(await engine.store.runs.get(`changePlanning-${change?.id}`)).toMatchObject({ status: 'open', startedBy: major });
    expect(await askedIn(engine, `changePlanning-${change?.id}`, 'request')).toMatchObject({ assignee: ids.hanna });
  });

  describe('whose cause lies in a document', () => {
    beforeAll(() => addDocument(engine.store, 'DOC-001', { owner: ids.marta }));

    /** Taken up and corrected; the task in which the cause is asked for. */
    async function causeAsked(id: string, title: string) {
      const reported = await report(id, title);
      await answer(reported, 'triage', hanna, accept);
      await answer(reported, 'correct', lukas, corrected);
      return askedIn(engine, reported, 'analyse');
    }
    const proposedBy = (reported: string) =>
      eventually('it is proposed', () => engine.store.proposals.first({ run: reported, process: 'documentControl' }));
    const wrong = { ...analysed, removeCause: false, weakness: 'document', risk: undefined };

    it('When it is said which, a new version of it is proposed with the reason; accepted, its owner is asked to write it', async () => {
      const analyse = await causeAsked('NC-105', 'Restores were tested by an old rule');
      expect(await sentencesOf(engine, analyse, wrong)).toEqual([
        'outcome.document: Say which document it is, or what one that is missing is to be called.',
      ]);
      expect(await sentencesOf(engine, analyse, { ...wrong, document: 'DOC-404' })).toEqual([
        'outcome.document: DOC-404 is not in the register documents.',
      ]);
      expect(await sentencesOf(engine, analyse, { ...wrong, document: 'DOC-001' })).toEqual([]);
      await answerTask(engine, analyse, lukas, { ...wrong, document: 'DOC-001' });
      const proposal = await proposedBy(analyse.run);
      expect(proposal).toMatchObject({
        ...{ about: 'DOC-001', to: ids.hanna, reason: 'The cause of NC-105 lies in DOC-001: it is wrong, or not known.' },
        subject: { document: 'DOC-001', because: 'NC-105' },
      });
      await answer(`proposal-${proposal.id}`, 'decide', hanna, { decision: 'accept', reason: 'It is two years old.' });
      const draft = await askedIn(engine, 'documentControl-DOC-001-NC-105', 'draft');
      expect(draft).toMatchObject({ assignee: ids.marta, about: 'DOC-001' });
      const because = (await engine.store.briefs.get(draft.brief?.id ?? ''))?.facts.find(({ label }) => label.en === 'Because of');
      expect(because?.said).toEqual(['NC-105: Restores were tested by an old rule']);
    });

    it('When one is missing, it comes into the register as a draft and is proposed; declined, it is withdrawn and nobody writes it', async () => {
      const analyse = await causeAsked('NC-106', 'Keys were handed out without a list');
      await answerTask(engine, analyse, lukas, { ...wrong, missingDocument: 'Handing out keys' });
      const proposal = await proposedBy(analyse.run);
      expect(proposal).toMatchObject({
        ...{ about: 'DOC-002', reason: 'The cause of NC-106 is that a document is missing: Handing out keys.' },
        subject: { document: 'DOC-002', because: 'NC-106' },
      });
      expect(await engine.store.documents.get('DOC-002')).toMatchObject({
        ...{ title: 'Handing out keys', kind: 'procedure', owner: ids.lukas, status: 'draft', reviewers: [], references: [] },
      });
      await answer(`proposal-${proposal.id}`, 'decide', hanna, { decision: 'decline', reason: 'The list is enough.' });
      await closedRun(engine, `proposal-${proposal.id}`);
      expect(await engine.store.documents.get('DOC-002')).toMatchObject({ status: 'withdrawn' });
      expect(await engine.store.runs.count({ process: 'documentControl', 'subject.document': 'DOC-002' })).toBe(0);
      expect(await verifyChain(engine.store, 'documents/DOC-002')).toEqual([]);
    });

    it('When a proposal about a document that was there before is declined, that document stays as it is', async () => {
      const analyse = await causeAsked('NC-107', 'A rule was not known');
      await addDocument(engine.store, 'DOC-050', { owner: ids.marta });
      await answerTask(engine, analyse, lukas, { ...wrong, document: 'DOC-050' });
      const proposal = await proposedBy(analyse.run);
      await answer(`proposal-${proposal.id}`, 'decide', hanna, { decision: 'decline', reason: 'It is being written anyway.' });
      await closedRun(engine, `proposal-${proposal.id}`);
      expect(await engine.store.documents.get('DOC-050')).toMatchObject({ status: 'draft', version: 1 });
    });
  });

  it('When nobody triages it, everybody on the ladder is told, and it does not make one nonconformity out of another', async () => {
    const silent = await report('NC-104', 'A key was lost');
    await engine.sleepUntil(daysOn(60));
    const triage = await eventually('the last level', async () => {
      const found = await askedIn(engine, silent, 'triage');
      return found.level === 3 ? found : undefined;
    });
    expect(triage.state).toBe('open');
    expect(await engine.store.nonconformities.count({ 'source.run': silent })).toBe(0);
    expect(await engine.store.trail.count({ chain: 'nonconformities/NC-104', event: 'missed' })).toBe(1);
    await answerTask(engine, triage, hanna, { decision: 'reject', reason: 'It was found again.' });
    expect((await closedRun(engine, silent)).gates).toMatchObject([{ gate: 'G12' }, { gate: 'G15', passed: true }]);
  });
});
